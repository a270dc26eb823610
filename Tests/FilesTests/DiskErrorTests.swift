import Files
import Glibc
import Testing

@Test(arguments: [
    (DiskError("écrire", "public/index.html", code: ENOSPC), "impossible d’écrire « public/index.html » : le disque est plein"),
    (DiskError("ouvrir", "a", code: EROFS), "impossible d’ouvrir « a » : le disque est en lecture seule"),
    (DiskError("publier", "public", code: EBUSY), "impossible de publier « public » : un disque y est monté"),
    (DiskError("supprimer", "a", code: EACCES), "impossible de supprimer « a » : les droits ne le permettent pas"),
])
func saysInFrenchWhatFailedAndWhy(error: DiskError, text: String) {
    #expect(error.description == text)
}
