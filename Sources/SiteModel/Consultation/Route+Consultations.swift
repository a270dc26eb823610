extension Route {
    public static let consultations = Route("/consultations/")
    /// « Vous avez dit, nous avons fait », of the whole département.
    public static let commitments = Route("/engagements/")

    public static func consultation(_ id: Consultation.ID) -> Route { Route("\(consultations.path)\(id)/") }

    /// The survey's address as a QR code.
    public static func surveyCode(of id: Consultation.ID) -> Route { Route("\(consultation(id).path)qr.svg") }

    /// The questions, for those who prefer paper.
    public static func questionnaire(_ id: Consultation.ID, isLarge: Bool = false) -> Route {
        Route("\(consultation(id).path)\(isLarge ? "questionnaire-gros-caracteres" : "questionnaire").pdf")
    }

    /// Everything that was counted.
    public static func consultationReport(_ id: Consultation.ID) -> Route { Route("\(consultation(id).path)bilan.pdf") }

    /// The same on one page.
    public static func consultationSummary(_ id: Consultation.ID) -> Route { Route("\(consultation(id).path)synthese.pdf") }
}
