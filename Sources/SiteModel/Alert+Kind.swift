extension Alert {
    /// What it warns of. A closed list: readers, feeds and programs sort by it.
    ///
    /// A person who is missing or wanted is no kind: such a call is an investigation's, and its magistrate's to launch.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case cambriolage
        case vol
        case fauxAgents = "faux-agents"
        case escroquerie
        case escroquerieTéléphone = "escroquerie-téléphone"
        case cybermalveillance
        case feuDeForêt = "feu-de-forêt"
        case inondation
        case intempérie
        case avalanche
        case sécuritéRoutière = "sécurité-routière"
        case environnement
        case santé
        case autre
    }
}
