/// How a name takes its article: the TNCC code of INSEE's COG.
/// Source: https://www.insee.fr/fr/information/2560452 (field TNCC).
public enum NameArticle: Int, Sendable, Hashable, CaseIterable {
    /// No article, first letter a consonant: *de Cluses*.
    case none = 0
    /// No article, first letter a vowel or mute h: *d'Annecy*.
    case vowel = 1
    /// *Le Biot*: *du Biot*.
    case le = 2
    /// *La Clusaz*: *de La Clusaz*.
    case la = 3
    /// *Les Gets*: *des Gets*.
    case les = 4
    /// *L'Abergement*: *de L'Abergement*.
    case lApostrophe = 5
    /// *Aux Marais*: *des Marais*.
    case aux = 6
    /// *Las Illas*: *de Las Illas*.
    case las = 7
    /// *Los Masos*: *de Los Masos*.
    case los = 8
}

/// A commune as it is on the day of the build.
public struct Commune: Sendable, Hashable, Identifiable {
    public var id: INSEECode { code }
    public let code: INSEECode
    /// Full name with its article: `La Clusaz`, `Annecy`.
    public var name: String
    public var article: NameArticle
    /// Five digits each; the first is the town hall's. Never used to derive the département.
    public var postalCodes: [String]
    /// Legal municipal population (PMUN), in inhabitants; `nil` when no feed gives it.
    public var population: Int?
    /// Name of the arrondissement, empty where there is none (Mayotte) or no feed gives it.
    public var arrondissement: String
    /// Every competent service; gendarmerie first. A commune may have several (Annecy).
    public var unitIDs: [Unit.ID]
    /// Former communes that live on within it, in order of their codes.
    public var parts: [CommunePart]
    /// Only where the site asks for it.
    public var mayor: Mayor?
    /// What the site's own tables add, in the order of `feeds.yml`.
    public var details: [CommuneDetail]
    /// `nil` when no feed describes it.
    public var townHall: TownHall?
    /// Whom its mayor calls, by function: in the order of `Contact.Function`.
    public var contacts: [Contact] = []
    /// Communes of the site that share a border with it, in order of their codes; none where no feed gives contours.
    public var neighbours: [INSEECode] = []

    public init(
        code: INSEECode, name: String, article: NameArticle, postalCodes: [String],
        population: Int?, arrondissement: String, unitIDs: [Unit.ID], parts: [CommunePart] = [],
        mayor: Mayor? = nil, details: [CommuneDetail] = [],
    ) {
        self.code = code
        self.name = name
        self.article = article
        self.postalCodes = postalCodes
        self.population = population
        self.arrondissement = arrondissement
        self.unitIDs = unitIDs
        self.parts = parts
        self.mayor = mayor
        self.details = details
    }
}
