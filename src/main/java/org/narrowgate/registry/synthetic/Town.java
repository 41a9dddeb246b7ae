package org.narrowgate.registry.synthetic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.narrowgate.registry.Period;
import org.narrowgate.registry.PersonRecord.Address;

/** A town with its postcode area and its primary care area, whose code is of the right form but nobody's. */
record Town(String name, String postcodeArea, String areaCode) {
    static final List<Town> ALL = towns(
            "Leeds LS,Bradford BD,York YO,Sheffield S,Hull HU,Manchester M,Salford M,Bolton BL,Stockport SK,Liverpool L,"
                    + "Chester CH,Preston PR,Lancaster LA,Carlisle CA,Newcastle NE,Durham DH,Sunderland SR,Derby DE,"
                    + "Nottingham NG,Leicester LE,Lincoln LN,Birmingham B,Coventry CV,Wolverhampton WV,Worcester WR,"
                    + "Gloucester GL,Bristol BS,Bath BA,Exeter EX,Plymouth PL,Truro TR,Southampton SO,Portsmouth PO,"
                    + "Brighton BN,Canterbury CT,Oxford OX,Reading RG,Cambridge CB,Norwich NR,Ipswich IP,Luton LU,"
                    + "Croydon CR,Harrow HA,Ilford IG,Enfield EN,Kingston KT");

    private static final List<String> STREETS =
            List.of(("Albion Alma Arundel Ashfield Balmoral Beech Belgrave Birch Burley Cavendish Cedar Chapel Church "
                            + "Clarence Clifton Coronation Crescent Cromwell Devonshire Elm Fairfield Forge Foundry Garden Grange Grosvenor "
                            + "Harbour Hawthorn Highfield Hollybush Jubilee Kirkgate Lansdowne Lime Maple Marlborough Meadow Mill Moorland "
                            + "Northgate Orchard Park Pasture Priory Quarry Queensway Railway Regent Richmond Rosemary Russell Salisbury "
                            + "School Spring Station Sycamore Tanner Temple Trinity Union Victoria Vicarage Waterloo Wellington Windsor Woodland York")
                    .split(" "));

    private static final List<String> KINDS =
            List.of("Street", "Road", "Lane", "Avenue", "Close", "Terrace", "Drive", "Grove", "Way", "Place");

    private static final String INWARD = "ABDEFGHJLNPQRSTUWXYZ";

    static Town pick(RandomGenerator random) {
        return Pick.one(ALL, random);
    }

    Address home(Period period, RandomGenerator random) {
        var house = (1 + random.nextInt(180)) + " " + street(random);
        var lines = random.nextInt(6) == 0
                ? List.of("Flat " + (1 + random.nextInt(40)), house, name)
                : List.of(house, name);
        return new Address(lines, Optional.of(postcode(random)), period);
    }

    String postcode(RandomGenerator random) {
        return postcodeArea + (1 + random.nextInt(20)) + " " + random.nextInt(10) + letter(random) + letter(random);
    }

    static String street(RandomGenerator random) {
        return Pick.one(STREETS, random) + " " + Pick.one(KINDS, random);
    }

    static String streetName(RandomGenerator random) {
        return Pick.one(STREETS, random);
    }

    private static char letter(RandomGenerator random) {
        return INWARD.charAt(random.nextInt(INWARD.length()));
    }

    private static List<Town> towns(String list) {
        var names = List.of(list.split(","));
        return names.stream()
                .map(entry -> {
                    var words = entry.split(" ");
                    // 901 and up: above every code given out.
                    return new Town(
                            words[0], words[1], String.format(Locale.ROOT, "E54000%03d", 901 + names.indexOf(entry)));
                })
                .toList();
    }
}
