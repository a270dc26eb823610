import Files
import Glibc
import Publishing
import Testing

@Test func exchangeThatIsImpossibleComesWithItsCure() {
    for code in [EXDEV, EBUSY, EINVAL] {
        #expect(DiskError("publier", "public", code: code).advice
            == "indiquez par « --output » un dossier ordinaire d’un disque local, puis copiez-en le contenu où il faut")
    }
    #expect(DiskError("lire", "public", code: EBUSY).advice == nil)
}
