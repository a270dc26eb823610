import Files
import Glibc

extension DiskError {
    /// The operation of an error that came at the very instant of the swap.
    static let publish = "publier"

    /// What to do, where something better than trying again can be said: one sentence without final stop.
    public var advice: String? {
        switch code {
        case ENOSPC, EDQUOT:
            "libérez de la place, puis relancez « crieur build » ; le site en place n’a pas été touché"
        case EACCES, EPERM:
            "vérifiez à qui appartient ce dossier et qui peut y écrire, puis relancez « crieur build »"
        case EROFS:
            "choisissez par « --output » un dossier où l’on peut écrire"
        case ESTALE where operation == DiskError.publish:
            "attendez la fin de l’autre fabrication du site, puis relancez « crieur build »"
        case EXDEV, EBUSY, EINVAL, ENOSYS, EOPNOTSUPP:
            operation == DiskError.publish
                ? "indiquez par « --output » un dossier ordinaire d’un disque local, "
                    + "puis copiez-en le contenu où il faut"
                : nil
        case EIO:
            "vérifiez l’état du disque, puis relancez « crieur build »"
        default: nil
        }
    }
}
