package org.narrowgate.registry.synthetic;

import java.util.List;
import java.util.Optional;
import org.narrowgate.registry.PersonDraft;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PersonRecord.NameUse;
import org.narrowgate.registry.PracticeRecord;
import org.narrowgate.registry.Protection;
import org.narrowgate.subject.Gender;

/**
 * The people every synthetic population begins with, whatever its seed, so that demonstrations and tests can ask about
 * them. No other synthetic person has one of their family names.
 *
 * <table>
 *   <caption>Who is who</caption>
 *   <tr><td>9000000009</td><td>Eleanor Ruth Hartfield, formerly Quillfeather: everything is held</td></tr>
 *   <tr><td>9000000025</td><td>Miriam Coldbrook: restricted, with an address held</td></tr>
 *   <tr><td>9000000033</td><td>a record with nothing but its number</td></tr>
 *   <tr><td>9000000041</td><td>Leon Ravensdale: very restricted</td></tr>
 *   <tr><td>9000000068</td><td>Samir Vantongeren: his address is his practice's own</td></tr>
 *   <tr><td>9000000076</td><td>Walter Penhallow: deceased</td></tr>
 *   <tr><td>9000000084</td><td>merged into 9000000092, Ewa Świerczyńska-Nash</td></tr>
 *   <tr><td>9000000106</td><td>Thomas Bexcombe: only the year of his birth is known</td></tr>
 *   <tr><td>9000000114, 9000000122</td><td>two people called Grace Lowenthorpe, born on one day</td></tr>
 *   <tr><td>9000000130</td><td>invalidated</td></tr>
 *   <tr><td>9000000149</td><td>Daniel Kwame Addo-Ferris: everything is held, never another name</td></tr>
 * </table>
 *
 * 9111231130 is a valid number that nobody has.
 */
public final class Cast {
    private static final PracticeRecord LEEDS = practice(
            "Z00001", "Albion Park Surgery", "E54000901", "LS7 4QT", "Albion Park Surgery", "20 Albion Park", "Leeds");
    private static final PracticeRecord CROYDON = practice(
            "Z00002", "Weir House Medical Centre", "E54000942", "CR2 9ZP", "Weir House", "3 Weir Lane", "Croydon");

    static final List<PracticeRecord> PRACTICES = List.of(LEEDS, CROYDON);

    /** In the order of the table. */
    public static final List<PersonRecord> ALL = List.of(
            person("9000000009", "1984-03-07", Gender.FEMALE)
                    .named("Hartfield", "2011-06-18", "Eleanor", "Ruth")
                    .formerly(NameUse.MAIDEN, "Quillfeather", "1984-03-07", "2011-06-17", "Eleanor", "Ruth")
                    .livedAt("2006-09-01", "2015-02-27", "YO10 4DX", "Flat 3", "91 Foundry Lane", "York")
                    .livingAt("2015-02-28", "LS7 4RH", "14 Cavendish Grove", "Leeds")
                    .registered(LEEDS.odsCode(), "2015-03-16")
                    .record(),
            person("9000000025", "1991-11-23", Gender.FEMALE)
                    .named("Coldbrook", "1991-11-23", "Miriam")
                    .livingAt("2020-05-11", "CR2 9WN", "8 Harbour Close", "Croydon")
                    .registered(CROYDON.odsCode(), "2020-06-01")
                    .protectedAs(Protection.RESTRICTED)
                    .record(),
            PersonDraft.aPerson("9000000033").record(),
            person("9000000041", "1978-08-02", Gender.MALE)
                    .named("Ravensdale", "1978-08-02", "Leon")
                    .livingAt("2018-01-15", "LS7 4SJ", "2 Meadow Way", "Leeds")
                    .registered(LEEDS.odsCode(), "2018-02-01")
                    .protectedAs(Protection.VERY_RESTRICTED)
                    .record(),
            person("9000000068", "1989-12-30", Gender.MALE)
                    .named("Vantongeren", "1989-12-30", "Samir")
                    .livingAt("2022-04-04", "CR2 9ZP", "c/o Weir House", "3 Weir Lane", "Croydon")
                    .registered(CROYDON.odsCode(), "2022-04-04")
                    .record(),
            person("9000000076", "1937-02-14", Gender.MALE)
                    .named("Penhallow", "1937-02-14", "Walter", "John")
                    .livingAt("1971-07-01", "LS7 4TN", "5 Orchard Terrace", "Leeds")
                    .registered(LEEDS.odsCode(), "1971-08-10")
                    .died("2023-10")
                    .record(),
            person("9000000084", "1995-05-19", Gender.FEMALE)
                    .named("Swierczynska", "1995-05-19", "Ewa")
                    .mergedInto("9000000092")
                    .record(),
            person("9000000092", "1995-05-19", Gender.FEMALE)
                    .named("Świerczyńska-Nash", "2021-08-07", "Ewa", "Łucja")
                    .formerly(NameUse.OLD, "Świerczyńska", "1995-05-19", "2021-08-06", "Ewa", "Łucja")
                    .livingAt("2021-09-01", "CR2 9TB", "27 Tanner Street", "Croydon")
                    .registered(CROYDON.odsCode(), "2021-09-20")
                    .record(),
            person("9000000106", "1952", Gender.MALE)
                    .named("Bexcombe", "1990-01-01", "Thomas")
                    .livingAt("1990-01-01", "LS7 4UD", "33 Quarry Road", "Leeds")
                    .registered(LEEDS.odsCode(), "1990-01-22")
                    .record(),
            person("9000000114", "2001-01-31", Gender.FEMALE)
                    .named("Lowenthorpe", "2001-01-31", "Grace")
                    .livingAt("2019-09-14", "LS7 4WF", "61 Spring Avenue", "Leeds")
                    .registered(LEEDS.odsCode(), "2019-10-02")
                    .record(),
            person("9000000122", "2001-01-31", Gender.FEMALE)
                    .named("Lowenthorpe", "2001-01-31", "Grace")
                    .livingAt("2001-01-31", "CR2 9UL", "70 Lime Drive", "Croydon")
                    .registered(CROYDON.odsCode(), "2001-03-05")
                    .record(),
            person("9000000130", "1969-06-06", Gender.MALE)
                    .named("Tarrowby", "1969-06-06", "Alan")
                    .invalidated()
                    .record(),
            person("9000000149", "1990-09-12", Gender.MALE)
                    .named("Addo-Ferris", "1990-09-12", "Daniel", "Kwame")
                    .livingAt("2016-03-01", "CR2 9XA", "Flat 12", "40 Railway Place", "Croydon")
                    .registered(CROYDON.odsCode(), "2016-04-11")
                    .record());

    private Cast() {}

    private static PersonDraft person(String nhsNumber, String born, Gender gender) {
        return PersonDraft.aPerson(nhsNumber).born(born, gender);
    }

    private static PracticeRecord practice(
            String odsCode, String name, String areaCode, String postcode, String... lines) {
        return new PracticeRecord(
                odsCode, Optional.of(name), Optional.of(areaCode), List.of(lines), Optional.of(postcode));
    }
}
