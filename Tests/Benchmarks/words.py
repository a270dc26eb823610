"""French sentences from a small grammar: plausible, meaningless, the same for the same seed.

Nothing here may depend on the machine: `random.Random(seed)` gives the same sequence everywhere.
Texts keep to what Crieur and Hugo print alike: no straight double quotes, no "...", no "--", no "1er".
"""

import random

SUBJECTS = [
    "le maire", "la secrétaire de mairie", "l'adjoint", "le conseil municipal", "la brigade",
    "le correspondant de la commune", "l'habitant", "la commune", "le référent", "l'équipe",
    "le garde champêtre", "la présidente de l'association", "le directeur de l'école", "l'agent d'accueil",
    "la police municipale", "le commandant de la brigade", "l'élu de permanence", "le voisin",
    "la personne qui appelle", "le service technique", "l'intercommunalité", "le commerçant",
    "la responsable du marché", "l'exploitant", "le propriétaire du terrain", "le locataire",
    "la gardienne du refuge", "le chauffeur du car", "l'artisan", "la bibliothécaire",
]
VERBS = [
    "prépare", "relit", "transmet", "conserve", "affiche", "signale", "vérifie", "complète", "demande",
    "archive", "recopie", "présente", "explique", "retrouve", "note", "partage", "contrôle", "protège",
    "classe", "date", "signe", "envoie", "reçoit", "décrit", "mesure", "photographie", "remplace",
    "surveille", "corrige", "annonce", "reporte", "confirme",
]
OBJECTS = [
    "le registre des appels", "la liste des contacts", "le plan du hameau", "la copie du message",
    "l'arrêté", "la photographie du lieu", "le relevé des dépenses", "la clé de secours",
    "le procès-verbal", "la fiche du véhicule", "l'horaire des permanences", "le compte rendu",
    "la déclaration", "le devis de l'entreprise", "l'inventaire du matériel", "la facture d'origine",
    "le numéro du dossier", "la demande écrite", "l'adresse exacte", "le nom du produit",
    "la réponse du fournisseur", "le tableau d'affichage", "la clôture du terrain", "l'éclairage de la place",
    "le sentier communal", "la berge du ruisseau", "l'accès au local", "le mot de passe provisoire",
    "la sauvegarde de la semaine", "l'ordre du jour", "le formulaire daté", "la preuve d'envoi",
    "le carnet de bord", "la consigne d'une page", "l'appareil photo du service", "le portail du cimetière",
    "la réserve d'eau", "l'état des lieux", "le calendrier des travaux", "la boîte aux lettres de la mairie",
]
COMPLEMENTS = [
    "avant la réunion", "dans la semaine", "près du cours d'eau", "à l'entrée du bourg", "sans attendre",
    "avec la brigade", "le jour même", "au moindre doute", "devant témoin", "par écrit",
    "pendant la permanence", "après chaque visite", "à la fin du mois", "sur place", "dès le matin",
    "avec l'accord du maire", "hors des heures d'ouverture", "au bord de la route", "dans un lieu sûr",
    "pour toute la commune", "à chaque changement d'équipe", "en présence d'un adjoint", "au guichet",
    "depuis un autre poste", "avant midi", "sans rien déplacer", "dans le bon ordre", "à la demande du préfet",
    "au nom de la commune", "en deux exemplaires", "sous le préau", "à portée de main", "durant l'été",
    "avant la neige", "selon la saison", "au plus près des faits",
]
OPENINGS = [
    "Ensuite,", "Dans ce cas,", "Au besoin,", "Le plus souvent,", "En pratique,", "À défaut,", "Dans le doute,",
    "Chaque année,", "Après un orage,", "Au retour,", "En cas d'absence,", "Dans les petites communes,",
]
TAILS = [
    " : c'est la règle", " ; le reste attend", ", puis en garde la trace", ", même un dimanche",
    " : personne ne le fera après", ", et le dit à l'équipe", " ; une copie suffit", ", sans exception",
    ", comme le veut l'usage", " : deux minutes suffisent",
]
QUESTIONS = [
    "Faut-il attendre la fin de la journée ?", "Qui garde la trace de l'appel ?", "Que dire au voisin inquiet ?",
    "Peut-on déplacer l'objet ?", "À qui remettre la copie ?", "Où ranger le dossier ?",
]
SAYINGS = [
    "« Notez l'heure, puis appelez. »", "« Rien ne presse : écrivez d'abord. »",
    "« Une photographie vaut mieux qu'un souvenir. »", "« Le doute se dit à voix haute. »",
]
HEADING_STARTS = [
    "Préparer", "Vérifier", "Transmettre", "Conserver", "Signaler", "Relire", "Partager", "Classer", "Comprendre",
    "Anticiper", "Dater", "Protéger", "Compléter", "Suivre", "Annoncer", "Clore",
]
HEADING_OBJECTS = [
    "le dossier", "les preuves", "la demande", "les contacts", "le message", "les horaires", "la visite",
    "le signalement", "les copies", "la permanence", "le plan", "les travaux", "la sauvegarde", "les consignes",
    "le registre", "la collecte",
]
HEADING_ENDS = [
    "", " en mairie", " sur place", " avec la brigade", " par écrit", " dans la semaine", " sans attendre",
    " au guichet", " pendant les congés", " avant la saison",
]
TITLE_TOPICS = [
    "Un appel suspect", "Un terrain encombré", "Une rencontre publique", "Un courrier douteux", "Une crue soudaine",
    "Un chantier bruyant", "Une clé perdue", "Un véhicule abandonné", "Une fête de village", "Un local fermé",
    "Une facture étrange", "Un sentier coupé", "Une absence imprévue", "Un compte piraté", "Une réunion agitée",
    "Un animal errant", "Une eau trouble", "Un feu de jardin", "Une vitre brisée", "Un démarchage insistant",
]
TITLE_ENDS = [
    "que faire", "les bons réflexes", "qui prévenir", "le pas à pas", "avant, pendant, après", "la marche à suivre",
    "l'essentiel en une page", "les questions fréquentes", "ce que peut la mairie", "ce que fait la brigade",
]
TAGS = ["accueil", "preuves", "terrain", "courrier", "eau", "réunion", "contrôle", "prévention", "saison", "matériel"]


def capitalised(text):
    return text[0].upper() + text[1:]


class Words:
    """Draws sentences; one generator per page, so that a page never depends on the others."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, choices):
        return choices[self.random.randrange(len(choices))]

    def clause(self):
        return f"{self.pick(SUBJECTS)} {self.pick(VERBS)} {self.pick(OBJECTS)} {self.pick(COMPLEMENTS)}"

    def sentence(self):
        draw = self.random.random()
        if draw < 0.06:
            return self.pick(QUESTIONS)
        if draw < 0.10:
            return self.pick(SAYINGS)
        start = self.clause()
        if draw < 0.35:
            start = f"{self.pick(OPENINGS)} {start}"
        return capitalised(start) + (self.pick(TAILS) if draw > 0.65 else "") + "."

    def sentences(self, count):
        return " ".join(self.sentence() for _ in range(count))

    def heading(self):
        return f"{self.pick(HEADING_STARTS)} {self.pick(HEADING_OBJECTS)}{self.pick(HEADING_ENDS)}"

    def headings(self, count):
        found = []
        while len(found) < count:
            heading = self.heading()
            if heading not in found:
                found.append(heading)
        return found

    def title(self):
        return f"{self.pick(TITLE_TOPICS)} : {self.pick(TITLE_ENDS)}"
