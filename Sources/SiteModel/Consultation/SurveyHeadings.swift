/// The columns that survey programs add to answers, in small letters.
public enum SurveyHeadings {
    /// Two columns that tell whose export a file is: LimeSurvey's by codes, in English and in French, Démarches simplifiées'.
    public static let marks: [Set<String>] = [
        ["submitdate", "lastpage"], ["submitdate", "startlanguage"], ["date submitted", "last page"],
        ["date submitted", "start language"], ["date de soumission", "dernière page"], ["date de soumission", "langue de départ"],
        ["état du dossier", "déposé le"], ["état du dossier", "dernière mise à jour le"],
    ]
}
