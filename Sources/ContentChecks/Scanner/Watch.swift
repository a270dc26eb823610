/// What a word says to the checks.
enum Watch: UInt8, Sendable {
    case none
    /// `appelez`, `composez`: a number after it is a telephone number.
    case call
    /// `le`, `au`, `du`, `numéro`: before a short telephone number.
    case determiner
    /// `les`, `des`
    case plural
    case of
    case within, under, delay
    /// `moins`, `âgé`: the years that follow are an age.
    case age
    case month
    case article, act
    case courtesy, role
    case euro, thousand
    /// Its value is the number.
    case number
    /// Its value is a `unit`.
    case unit
    case prison
    /// `plainte`, `vol`: what is counted must not be few.
    case event
    case people, nationality, slur
    case voyage, type
    case web
}

extension Watch {
    /// Values of `unit`.
    enum Unit {
        static let hours: UInt8 = 0
        static let days: UInt8 = 1
        static let years: UInt8 = 2
        /// `h`, `j`: a time of day as well.
        static let sign: UInt8 = 3
    }
}

extension WordTable {
    /// The vocabulary of all checks. Short and plain: a word that often means something else is not there.
    static let french = WordTable(
        list(.call, """
            appel appelez appeler appelle appellent composez composer compose faites contactez contacter joindre joignez
            joignable téléphone téléphonez téléphoner numéro numéros prévenez alertez
            """)
            + list(.determiner, "le au du") + list(.plural, "les des ces leurs") + list(.of, "de d")
            + list(.within, "dans") + list(.under, "sous avant") + list(.delay, "délai délais durée peine durant")
            + list(.age, "moins plus âgé âgée âgés âgées enfant enfants mineur mineurs mineure mineures jeune jeunes partir")
            + list(.month, """
                janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi
                vendredi samedi dimanche rue avenue place
                """)
            + list(.article, "article articles art arts") + list(.act, "loi lois décret décrets ordonnance ordonnances arrêté circulaire")
            + list(.courtesy, "mme mmes mlle monsieur madame mademoiselle messieurs mesdames")
            + list(.role, """
                maire maires préfet préfète président présidente procureur procureure directeur directrice secrétaire adjoint
                adjointe ministre commandant commandante colonel capitaine major sénateur sénatrice député députée
                """)
            + list(.euro, "euro euros eur") + list(.thousand, "mille cent cents million millions milliard milliards k m")
            + [
                ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7), ("huit", 8),
                ("neuf", 9), ("dix", 10), ("onze", 11), ("douze", 12), ("quinze", 15), ("vingt", 20), ("trente", 30),
                ("quarante", 40), ("soixante", 60),
            ].map { ($0.0, Watch.number, UInt8($0.1)) }
            + list(.unit, "heure heures", Watch.Unit.hours) + list(.unit, "jour jours mois semaine semaines", Watch.Unit.days)
            + list(.unit, "an ans année années", Watch.Unit.years) + list(.unit, "j h", Watch.Unit.sign)
            + list(.prison, "prison emprisonnement réclusion")
            + list(.event, """
                plainte plaintes vol vols cambriolage cambriolages agression agressions viol viols violence violences victime victimes
                incendie incendies escroquerie escroqueries arnaque arnaques dégradation dégradations infraction infractions délit
                délits interpellation interpellations accident accidents décès mort morts blessé blessés blessée blessées faits
                suicide suicides disparition disparitions
                """)
            + list(.people, """
                individu individus homme hommes femme femmes ressortissant ressortissants ressortissante ressortissantes bande bandes
                équipe équipes délinquant délinquants voleur voleurs origine communauté clan clans
                """)
            + list(.nationality, """
                étranger étrangers étrangère étrangères maghrébin maghrébins maghrébine maghrébines africain africains africaine
                africaines roumain roumains roumaine roumaines bulgare bulgares albanais albanaise géorgien géorgiens géorgienne moldave
                moldaves serbe serbes kosovar kosovars algérien algériens algérienne marocain marocains marocaine tunisien tunisiens
                tunisienne turc turcs turque arabe arabes noir noirs asiatique asiatiques musulman musulmans musulmane juif juifs juive
                européen européens méditerranéen balkanique slave slaves caucasien
                """)
            + list(.slur, """
                gitan gitans gitane gitanes tzigane tziganes tsigane tsiganes romanichel romanichels manouche manouches rom roms racaille
                racailles clandestin clandestins clandestine clandestines cassos toxico toxicos drogué drogués clochard clochards
                marginaux sauvageon sauvageons débile débiles
                """)
            + list(.voyage, "voyage") + list(.type, "type") + list(.web, "http https www gouv"))

    private static func list(_ watch: Watch, _ words: String, _ value: UInt8 = 0) -> [(word: String, watch: Watch, value: UInt8)] {
        words.split { $0 == " " || $0 == "\n" }.map { (String($0), watch, value) }
    }
}
