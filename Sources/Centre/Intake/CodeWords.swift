/// The words that receipt codes are made of: 1,024 short Danish words, so that four of them are
/// 40 bits. They can be read aloud over a phone and written by anybody: no word holds æ, ø or å,
/// none hints at what the code is for, and any two differ in at least two letters, so one wrong
/// letter never makes another word. Codes that were handed out depend on the list: it is not edited.
enum CodeWords {
    /// In alphabetical order; a code names them by their place.
    static let all: [String] = list.split(whereSeparator: \.isWhitespace).map(String.init)

    /// Those that new codes are made of: without words that somebody could take for a hint, and without those that are
    /// spelt otherwise than they sound. Still more than 39 bits. Codes with the others were handed out, and open as before.
    static let given: [String] = all.filter { !notGiven.contains($0) }

    private static let notGiven = Set(
        """
        bistro bryggers eliksir flaske krog limonade nektar sirup sodavand tapas tapet
        akacie amfora ametyst asters badge benved bouillon buffet canasta cardigan cedille celle
        cembalo cement chili chip chok clips cowboy creme cyan cylinder cymbal cypres diskos
        ensemble epoke etage etui fajance folder geranie gibbon gobelin guava guide
        gymnast hermelin hickory hyacint illusion jaguar javel jazz jeep juice ketchup
        kefir kliche konfekt konkylie labyrint lucerne malakit mandolin manege mazurka mirabel
        mohair mokkasin molekyle monsun montre mynte mysli mystik niche nougat nuance
        ocean odder oleander origami orkide orlov parfume perron picnic plateau plisse
        poesi ponton puddel quilt quinoa quiz rapunsel refleks rokoko rotunde sauce sekstant
        serviet sfinks silhuet skonnert spektrum strigle sutur talje tiara trapez trubadur
        turnips ukulele viadukt yacht ymer yoghurt zenit zirkon zoom
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let list = """
        aftale aften agern agurk airbag akacie albatros album aloe alpaka amazone ambra ametyst
        amfora ananas anemone anis anker anorak antenne appelsin april arbejde arena arie arkade
        arkiv aske asters atlas atom august aura avocado badebro badge bagel bakke balkon ballet
        balsam bambus banan bane banjo bark basis benved beton bil bille bind bison bistro blad
        blazer blok blomme blomst bluse blyant bog bogfinke bogstav boks bolig bomuld bonde
        bonsai bonus bord bouillon bred brig briks bro broche bronze brosten brun bryggers bue
        buffet bugt buket bukser bulldog bundt busk butik bygd bygning camping canasta cardigan
        carport cedille celle cembalo cement center chef chili chip chok cirkel cirkus citron
        citrus clips computer cowboy creme cyan cykel cyklist cylinder cymbal cypres dadel dag
        dagbog daggry dahlia damp dans danser datter debut december dej delfin delta derby
        dessert diamant digt dingo dirigent diskos distrikt dokument domino drage dreng drilbor
        drivhus dronning duet dukke dunjakke dykker dynamo dyne dyr ejer ekko ekspert elastik
        elefant elev elfenben elg eliksir ellert emalje energi engel ensemble epoke esdragon
        espresso etage etui eventyr fabel fabrik fajance fakkel falk falset familie fanfare
        farin farve fasan fase fauna favorit februar fennikel ferie fernis fersken festival
        fiber fidel figen figur filet film filter finale finke firben firkant fjeder fjeld
        fjernsyn fjord flade flag flamingo flamme flaske flint flis flitsbue flod flora flyver
        fodbold fokus folder folie form formel fortov foto fragt frakke fregat freske frihed
        fritid front fryser fugtig funktion fyrre gade gaffel galleri gang garage garant gardin
        gardist garn gartner gavl gear gedde gejser gejst gemal gemse genbo geranie gestus
        gibbon giraf glans glasur gletsjer glimt globus glose gnist gnu gobelin golf gondol
        gople gorilla grafit gran gratis greb grill gris grund gruppe gryde grynt guava guide
        guitar guldsmed gulerod gulspurv gulv gummi gunst gymnast gynge hagl hale halma hammer
        hamster handel handske hangar harpe harpiks hassel hast havn havre hegn hejre held
        helium henna hermelin hickory hilsen hinde hingst hirse hjelm hjort hjul hobby hockey
        hof honning horisont horn hotel hovedby hus hval hvalros hvede hveps hvid hvile hyacint
        hybel hylde hymne hytte ideal igle ikon ildsted illusion ilt import indeks indgang
        indigo isblok isdans isfugl istap jaguar jasmin javel jazz jeep jern jernbane jolle
        journal jubel juice juli jungle junior jury kabine kadet kaffe kage kaj kajak kakao
        kaktus kalender kalif kalv kamel kamera kamille kamin kammerat kanal kande kano kantine
        kapers kapitel kapok kappe karamel karat karavane karbad karrusel karry karse kaskade
        kasket kastanje katalog katost kefir kegle ketchup kikkert kiks kilde kilo kimono kiosk
        kittel kiwi kjole klap klarinet klasse klaver kliche klippe klode klokke klynge knast
        knold knop knus kobber kobolt kogebog kokos kolibri kollega kolonne komet komma kommode
        kompas koncert konfekt konge konkylie konsol konto kopi koral korridor kost kostald
        krabbe krans krave kreds kridt kringle krog krone krukke krydder krydsord krystal
        kuffert kulisse kumme kurer kurs kutter kvadrat kvalitet kvark kvarter kvarts kvint
        labyrint lagen lagune laks lampe land landevej landkort landmand landsby langsom
        lanterne larm lasso lava lavendel lavning lejder lejr leksikon lektor lemming leopard
        liga lilje lilla limonade lineal listesko liter liv loft logbog logik lokal lommebog
        lotus lucerne luge lupin lygte lykke lyng lyre lyskryds lysning maestro magasin magi
        magnet mahogni major majs makker makrel malakit maler mammut manchet mandag mandarin
        mandolin manege mango manual maraton march margerit marine marked marmor marsk marsvin
        marts maskine matros mazurka medalje medlem mejse melis melisse melodi melon menu menuet
        merian merle metal meter metro middag midnat mikrofon mile mimik mineral mink minut
        mirabel mobil mode modul mohair mokka mokkasin molekyle monsun montre morgen morse mos
        mosaik motion motiv motor motto muffe mur museum musik muskat musling mynte mysli mystik
        nabolag nagle nat nathue nektar nellike niche nikkel nomade note nougat novelle november
        nuance nummer nyhed ocean odder okapi okker okse oktav oktober oleander omelet omvej
        onkel onsdag opal opdrift opera opgang opskrift orakel orange ordbog ordre oregano
        orient origami orkan orkester orkide orlov ostebord otte ottekant padde paddehat pagaj
        pagode palads palet palme panda panel pap papaya papir paprika papyrus paradis paraply
        parasol parfume parket parti pasta pastel pauke pavillon peber pedal pelikan pels pen
        pendul pensel pergola perron piano picnic pilot pindsvin pingvin pinse pistacie pizza
        plakat plan planet planke plankton plast plaster plateau plisse plov plukke plys poesi
        polar polka polo poncho ponton pony poppel porre port portal pose posthus prins prisme
        profil program propel provins puddel pudsig pulje puma pumpe punktum pupil pyjamas pynt
        quilt quinoa quiz rabarber rabat radio radise rafting raket ramme rapid rapport raps
        rapunsel rav rebus refleks regatta regnbue regnskov reklame rekord relief relikt rem
        rensdyr reol retning rib ribbe ridder rist rokoko roman rondo roning roset rosmarin
        rotunde rovfugl rubin rude rug rulle rundbue rytme rytter saddel safari safir safran
        saft salat salon salvie samba samler samling sandal sangbog satellit sauce savanne segl
        sekstant sekund selleri semester sennep service serviet sfinks sidde signal sikker
        silhuet silke sirene sirup skab skala skammel skanse skema ski skilling skilt skinke
        skitse skjold skjorte skole skonnert skorpe skorsten skovl skrift skrin skrue skuffe
        skulder skulptur skunk slalom slot slugt smaragd smed smedje smil smut smykke sne snerle
        snip snog snorkel sodavand sofa sokkel sol soldug solid solsikke solskin solsort sommer
        sonar sonate sonet sopran spade spejder spejl spektrum spids spiger spinat spir spiral
        sporvogn spray springer sprog spurv stadion stafet staffeli stakit stald stamme start
        starter steg stejle stenbed stenbro steppe stereo stige stillads stjerne stjert stolpe
        stork strand strege stribe strigle strik strimmel strop strut studie stue stylte suppe
        sutur svale sving svirp syd sydfrugt symbol syren tablet tagrende tagsten takt talisman
        talje tandem tandhjul tapas tapet taxi teater teglsten tegning tekande tekst telefon
        telegraf telt tema tempel tempo tennis tenor terrasse terrin tiara tidsel tiger time
        timian ting tip tirsdag titel tivoli told tomat tone torden tornado torp trafik traktor
        trane trapez trappe trekant trend tres tribune trin tromme trompet trubadur trylle
        tulipan tundra tunge tunnel turist turkis turnips turnus ukulele ulden ultra uniform
        urskov urt vadested valmue vandkant vandre vandski vante vejbro vejskilt vejviser veksel
        ventil veranda vers vestkyst viadukt video vild vimpel vindue vinge violin vippe viser
        vogn volt vugge vulkan yacht ymer yoga yoghurt zebra zenit zirkon zoom
        """
}
