"""More labelled reflections, written when the method was finished: nothing in it was chosen by them."""

THEMES = {
    "dokument": (
        "Mallarna är för krångliga",
        "Mallen för utredning behöver bli kortare",
        "En gemensam mall skulle spara tid",
        "Beslutsmallarna passar inte våra fall",
    ),
    "familj": (
        "Ta in hela familjen tidigare",
        "Familjemöten redan första veckan",
        "Släkt och nätverk glöms bort",
        "Föräldrarna behöver få veta mer om vad som händer",
    ),
    "jour": (
        "Lämna över bättre till socialjouren",
        "Jouren saknar uppgifter på helgen",
        "Överlämningen till jouren blir ofta för sen",
        "Telefonnummer som gäller efter klockan fem",
    ),
    "chef": (
        "Chefen behöver vara på plats oftare",
        "Närmare till beslut från chefen",
        "Cheferna byts för ofta",
        "Vem bestämmer när gruppledaren är borta?",
    ),
    "tolk": (
        "Boka tolk i god tid",
        "Tolken måste få läsa på innan",
        "Fler samtal med tolk på plats i stället för på telefon",
        "Språket blir ett hinder när tolkningen är dålig",
    ),
    "tid": (
        "Mer tid för eftertanke",
        "Tiden räcker inte till förberedelser",
        "Vi hinner aldrig utvärdera",
        "Avsätt en timme i veckan för att tänka tillsammans",
    ),
    "lokal": (
        "Besöksrummen är kalla och trista",
        "Ett rum där barn trivs",
        "Det hörs genom väggarna i besöksrummet",
        "Lokalerna passar inte för grupper",
    ),
    "uppföljning": (
        "Följa upp insatserna oftare",
        "Uppföljningen rinner ut i sanden",
        "Ingen följer upp vad vi bestämt",
        "Tydliga mål som går att följa upp",
    ),
    "rättssäkerhet": (
        "Olika beslut i lika fall",
        "Besluten beror på vem man får som handläggare",
        "Skilja bättre på fakta och bedömning",
        "Motivera besluten så att de går att överklaga",
    ),
}
"""By what they are about, as somebody sorting them would put them."""
