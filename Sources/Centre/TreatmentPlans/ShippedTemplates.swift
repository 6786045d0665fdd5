extension PlanTemplate {
    /// The templates that are compiled in, in the order they are offered. That each file is a valid template is tested.
    static let shipped: [PlanTemplate] = files.compactMap {
        try? PlanTemplate(json: Array($0.utf8))
    }

    /// Their files, as they would lie beside a standard.
    static let files = [citizen, kl, egedal, horsens]

    private static let citizen = """
        {"format": "fjorten-plan-template/1", "id": "borger", "title": "Din plan", "forCitizen": true,
         "source": "Centrets egen udskrift til borgeren",
         "sections": [
          {"heading": "Det vil du", "from": "wish"},
          {"heading": "Dine mål", "from": "goals"},
          {"heading": "På vejen", "from": "sub-goals"},
          {"heading": "Det gør vi", "from": "efforts"},
          {"heading": "Sådan ved vi, at det går godt", "from": "signs"},
          {"heading": "Andre, der er med", "from": "others"},
          {"heading": "Næste gang vi ser på planen", "from": "next-look"}]}
        """

    private static let kl = """
        {"format": "fjorten-plan-template/1", "id": "kl", "title": "Handleplan",
         "source": "KL's inspirationskatalog 2009, 5.1.2: Handleplanens indhold",
         "sections": [
          {"heading": "Borgerdata", "rows": [
            {"label": "Navn", "from": "name"}, {"label": "Cpr.nr.", "from": "cpr"},
            {"label": "Civilstand"}, {"label": "Børn", "from": "area:boern"}]},
          {"heading": "Kommunal sagsbehandler (tovholder)", "from": "joint-lead"},
          {"heading": "Indhentede sagsakter"},
          {"heading": "Årsag til borgerens henvendelse", "from": "area:baggrund"},
          {"heading": "Mål og delmål for misbrugsbehandling", "from": "goals"},
          {"heading": "Andre mål og delmål for samarbejdet med borgeren", "from": "sub-goals"},
          {"heading": "Ansvarsfordeling mellem samarbejdsparter", "from": "joint-roles"},
          {"heading": "Økonomi", "from": "area:arbejde"},
          {"heading": "Dato for godkendelse af handleplan", "from": "agreed-on"},
          {"heading": "Dato for opfølgning på handleplan", "from": "next-look"}]}
        """

    private static let egedal = """
        {"format": "fjorten-plan-template/1", "id": "egedal", "title": "Sagsfremstilling og handleplan",
         "source": "Egedal Kommune, Rådgivningscentret (KL's inspirationskatalog 2009, bilag 2)",
         "sections": [
          {"heading": "Sagsfremstillingen udarbejdes i samarbejde med borgeren", "rows": [
            {"label": "Henvendelsesdato", "from": "enquired-on"}, {"label": "Navn", "from": "name"},
            {"label": "Cpr.nr.", "from": "cpr"}, {"label": "Adresse og postnr."},
            {"label": "Tlf.nr.", "from": "phone"}, {"label": "Egen læge"},
            {"label": "Samarbejdspartnere", "from": "others"},
            {"label": "Udfyldt af", "from": "written-by"}]},
          {"heading": "0. Baggrund for henvendelsen", "from": "area:baggrund",
           "hint": "Hvad og hvem har foranlediget borgerens henvendelse til kommunen? Evt. behandlingsdom?"},
          {"heading": "1. Fysisk helbredssituation", "from": "area:fysisk",
           "hint": "Oplevelse af fysiske gener. Behandling og ordineret medicin."},
          {"heading": "2. Arbejde og økonomi", "from": "area:arbejde",
           "hint": "Uddannelse og forsørgelsesgrundlag. Tilfredshed med arbejdssituationen. Økonomiske bekymringer."},
          {"heading": "3. Alkohol, stoffer og medicin", "rows": [
            {"label": "Alkohol", "from": "area:alkohol"},
            {"label": "Stoffer og medicin", "from": "area:stoffer"}]},
          {"heading": "4. Kriminalitet", "from": "area:kriminalitet",
           "hint": "Lovovertrædelser, domme, illegale aktiviteter for at skaffe penge."},
          {"heading": "5. Sociale forhold", "rows": [
            {"label": "Partner og netværk", "from": "area:netvaerk"},
            {"label": "Boligsituation", "from": "area:bolig"}]},
          {"heading": "6. Børn", "from": "area:boern",
           "hint": "Eventuelle børns situation og forældremyndighed."},
          {"heading": "7. Kontakt til familiecenter",
           "hint": "Angiv med ja/nej. Evt. sagsbehandler skrives under punktet samarbejdspartnere."},
          {"heading": "Handleplan", "rows": [
            {"label": "Mål", "from": "goals"}, {"label": "Delmål", "from": "sub-goals"},
            {"label": "Indsats", "from": "efforts"}, {"label": "Opfølgning", "from": "next-look"}]}]}
        """

    private static let horsens = """
        {"format": "fjorten-plan-template/1", "id": "horsens", "title": "§ 141-handleplan",
         "source": "Horsens Kommune (KL's inspirationskatalog 2009, bilag 3)",
         "signatures": ["Bruger", "Behandler, e-mail", "Afdelingsleder"],
         "sections": [
          {"heading": "Stamoplysninger", "rows": [
            {"label": "Navn", "from": "name"}, {"label": "Cpr.nr.", "from": "cpr"},
            {"label": "Behandler", "from": "written-by"},
            {"label": "Kommunal sagsbehandler", "from": "joint-lead"},
            {"label": "Handleplan udarbejdet dato", "from": "date"}]},
          {"heading": "Ved udarbejdelse af handleplan er indhentet følgende sagsakter"},
          {"heading": "Årsag til henvendelse", "from": "area:baggrund",
           "hint": "Herunder kort om brugerens egen oplevelse af årsag til misbrug, egne forventninger og ønsker til behandling, samt henvisningsinstans."},
          {"heading": "Vurdering af brugerens situation", "rows": [
            {"label": "Vurdering efter områder (0-9)", "from": "severities"},
            {"label": "Misbrug", "from": "area:alkohol"}, {"label": "Stoffer", "from": "area:stoffer"},
            {"label": "Økonomi og job", "from": "area:arbejde"},
            {"label": "Kriminalitet", "from": "area:kriminalitet"},
            {"label": "Familie og socialt netværk", "from": "area:netvaerk"},
            {"label": "Somatisk helbred", "from": "area:fysisk"},
            {"label": "Psykisk helbred", "from": "area:psykisk"},
            {"label": "Ressourcer og motivation", "from": "area:ressourcer"}]},
          {"heading": "Behandlingsmål og delmål", "rows": [
            {"label": "Hovedmål", "from": "goals"}, {"label": "Delmål", "from": "sub-goals"},
            {"label": "Metode, herunder medicin", "from": "efforts"},
            {"label": "Tidsperspektiv", "from": "timeframe"},
            {"label": "Opfølgning", "from": "next-look"}]},
          {"heading": "Ansvarsfordeling mellem de involverede samarbejdspartnere", "rows": [
            {"label": "Ansvar og roller", "from": "joint-roles"},
            {"label": "Andre, der er med", "from": "others"}]},
          {"heading": "Økonomi i behandlingen",
           "hint": "Alkoholbehandling: Al behandling er kommunalt finansieret."},
          {"heading": "Primærkommunens indstilling"},
          {"heading": "Planen godkendt", "from": "agreed-on"}]}
        """
}
