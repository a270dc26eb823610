import Files
import Glibc

extension DiskError {
    /// The operation of an error that came at the very instant of the swap.
    static let publish = "publier"

    /// What to do, where something better than trying again can be said: one sentence without final stop.
    public var advice: String? {
        switch code {
        case ENOSPC, EDQUOT:
            "Libérez de la place puis relancez la construction ; le site en place n’a pas été touché"
        case EACCES, EPERM:
            "Vérifiez à qui appartient ce dossier et qui peut y écrire, puis relancez la construction"
        case EROFS:
            "Choisissez par « --output » un dossier où l’on peut écrire"
        case ESTALE where operation == DiskError.publish:
            "Attendez la fin de l’autre construction, puis relancez celle-ci"
        case EXDEV, EBUSY, EINVAL, ENOSYS, EOPNOTSUPP:
            operation == DiskError.publish
                ? "Indiquez par « --output » un dossier ordinaire d’un disque local, "
                    + "puis copiez-en le contenu où il faut"
                : nil
        case EIO:
            "Vérifiez l’état du disque avant de relancer la construction"
        default: nil
        }
    }
}
