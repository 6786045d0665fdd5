/// The words that passwords are most often one of, Danish and English, with or without digits behind: of public lists of
/// what was found in leaks, those that are a word and come far up. A passphrase of several words is none of them.
enum CommonWords {
    static let all: Set<String> = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))

    private static let text = """
        password passwort passord passw passwd pass letmein welcome velkommen login logind admin administrator
        administration root user bruger guest gaest gæst test tester testing default changeme change secret hemmelig
        hemmelighed kode kodeord kodeordet adgangskode adgangskoden adgang adgangtil mitkodeord minkode minadgangskode
        nytkodeord nykode nyadgangskode skiftmig glemt glemmer qwerty qwertyuiop asdfghjkl asdf asdfg zxcvbn qazwsx
        abc abcd abcdef abcabc iloveyou jegelskerdig elskerdig elsker elskede skat skatter skattepige skattemus mus
        musen muse kaerlighed kærlighed love lovely loveyou sunshine princess prinsesse prins dronning konge queen
        king football fodbold fodboldspiller haandbold håndbold basketball baseball hockey tennis golf badminton
        monkey abe dragon drage master mester superman batman spiderman pokemon starwars minecraft computer internet
        computerspil windows google facebook instagram youtube linkedin microsoft apple samsung nokia iphone
        michael jennifer jessica daniel thomas andrew charlie robert george michelle ashley nicole hannah matthew
        joshua anthony william jordan martin peter jens lars hans niels anders christian kristian mette anne marie
        maria camilla louise sofie sophie emma ida freja clara laura julie katrine cathrine line maja mathilde
        frederik frederikke magnus mikkel mads rasmus jonas jakob jacob emil oliver noah victor viktor oscar oskar
        sebastian alexander alexandra nikolaj simon tobias lasse morten soren søren henrik jesper bente kirsten hanne
        lene pia susanne charlotte tina gitte lone dorthe birgit inge jytte karen ole per bo kim john
        danmark denmark dansk danskerne kobenhavn københavn koebenhavn copenhagen aarhus århus odense aalborg ålborg
        esbjerg randers kolding horsens vejle roskilde herning silkeborg naestved næstved fredericia viborg koge køge
        holstebro taastrup slagelse hillerod hillerød helsingor helsingør sonderborg sønderborg svendborg hjorring
        hjørring frederikshavn glostrup lyngby vordingborg halsnaes halsnæs bornholm jylland sjaelland sjælland fyn
        sommer vinter efteraar efterår foraar forår summer winter spring autumn sommerferie ferie jul julen
        juleaften paaske påske januar februar marts april maj juni juli august september oktober november december
        january february march june july october mandag tirsdag onsdag torsdag fredag loerdag lørdag soendag søndag
        monday tuesday wednesday thursday friday saturday sunday weekend idag imorgen
        hund hunden kat katten hest hesten kanin fugl vovse misser doggy kitty puppy tiger lion loeve løve bear bjoern
        bjørn ulv wolf eagle oern ørn hamster marsvin pony
        chocolate chokolade cookie kaffe coffee pizza banana banan orange appelsin aeble æble jordbaer jordbær cheese
        ost oel øl vin whisky vodka tuborg carlsberg cola cocacola pepsi lakrids slik is
        chelsea arsenal liverpool manchester manchesterunited barcelona realmadrid brondby brøndby fck agf fcm midtjylland
        silverado mustang ferrari porsche mercedes volvo toyota bmw audi yamaha harley kawasaki suzuki
        hello hej hejsa hejmeddig goddag godmorgen farvel tak tusindtak mange please helpme hjaelp hjælp trustno trustme
        shadow killer hunter ranger soccer buster pepper ginger freedom frihed whatever nothing ingenting intet
        sunflower flower blomst rose tulipan sommerfugl butterfly rainbow regnbue stjerne star himmel heaven angel
        engel devil djaevel djævel satan jesus gud god blessed velsignet familie family mor far mormor morfar farmor
        farfar mama papa mother father sister soester søster brother bror baby lillebror lillesoester barn boern børn
        skole school student studerende laerer lærer teacher arbejde arbejder work office kontor kontoret job
        kommune kommunen kommunal borger borgerservice raadhus rådhus center centret centeret fjorten alkohol alkoholen
        alkoholbehandling alkoholkonsulent alkoholraadgivning behandling behandler behandlingscenter rusmiddel
        rusmiddelcenter misbrug misbrugscenter sundhed sundhedscenter sundhedscentret sygeplejerske laege læge leder
        lederen reception receptionen medarbejder visitator visitation journal journalen sundhedsfaglig
        correcthorsebatterystaple foursimplewords firetilfaeldigeord
        """
}
