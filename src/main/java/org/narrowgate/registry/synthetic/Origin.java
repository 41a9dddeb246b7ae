package org.narrowgate.registry.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Names that go together. The weights are roughly how common each origin is in Britain, out of a thousand. */
enum Origin {
    ENGLISH(
            640,
            "Olivia Amelia Charlotte Emily Sophie Grace Lucy Hannah Rebecca Sarah Laura Emma Claire Helen Susan Margaret Patricia Christine Elizabeth Dorothy Joan Jean Barbara Linda Karen Julie Tracey Nicola Victoria Alice Florence Poppy Daisy Isla Freya Evie Rosie Matilda Harriet Georgina Eleanor Beatrice Edith Ivy Violet Martha Abigail Chloe Jessica Bethany",
            "Oliver George Harry Jack Thomas William James Charlie Henry Edward Arthur Alfie Joshua Daniel Matthew Andrew David Paul Mark Stephen Peter John Michael Robert Richard Christopher Anthony Kevin Brian Alan Kenneth Ronald Derek Stanley Frederick Albert Leonard Ernest Samuel Benjamin Joseph Adam Luke Simon Martin Philip Graham Nigel Stuart Jonathan",
            "Smith Taylor Brown Wilson Johnson Wright Walker White Green Hall Wood Harris Clarke Jackson Turner Hill Cooper Ward Baker Moore Martin Allen King Lee Clark Parker Bennett Shaw Cook Richardson Marshall Bailey Carter Collins Palmer Mason Foster Webb Barnes Fisher Chapman Mills Rogers Knight Lawrence Butcher Fletcher Holmes Ashworth Barraclough Openshaw Winterbottom Thistlewood Fairbrother Pemberton Lockwood Bradshaw Haigh Sykes Dawson Attwood Blackwell Cartwright Draper Everett Farrow Goodwin Hargreaves Ingham Jessop Kirkham Langley Mayhew Naylor Oakley Pickering Quigley Ramsden Sedgwick Tattersall Underhill Varley Wainwright Yardley"),
    WELSH(
            55,
            "Megan Cerys Ffion Bronwen Angharad Carys Siân Rhian Eluned Gwen Nia Mared Lowri Catrin Seren Eleri",
            "Rhys Dylan Gareth Owain Huw Iwan Emyr Gethin Aled Ieuan Siôn Llŷr Tomos Gwilym Dafydd Macsen",
            "Jones Williams Davies Evans Thomas Roberts Lewis Hughes Morgan Griffiths Edwards Owen Rees Price Jenkins Llewellyn Prosser Pritchard Bowen Vaughan Gwynne Powell"),
    SCOTTISH(
            60,
            "Catriona Morag Fiona Shona Ailsa Kirsty Eilidh Isobel Mhairi Rhona Iona Skye Mairi Heather",
            "Callum Hamish Ewan Fraser Angus Duncan Malcolm Alasdair Ruaridh Fergus Craig Euan Lachlan Iain",
            "MacDonald Campbell Stewart Robertson Thomson Murray MacLeod Fraser Ross Henderson Paterson Hamilton Graham Kerr McKenzie Sinclair McGregor Cameron Buchanan Urquhart Farquharson"),
    IRISH(
            45,
            "Aoife Niamh Siobhán Róisín Ciara Maeve Sinéad Gráinne Orla Bríd Deirdre Bernadette Nuala Saoirse",
            "Seán Liam Conor Declan Pádraig Cormac Eoin Brendan Ciarán Fionn Oisín Dermot Niall Colm",
            "O'Connor O'Brien Murphy Kelly Byrne Ryan O'Sullivan Walsh Doyle McCarthy Gallagher Doherty Kennedy Lynch O'Neill Fitzgerald Nolan Ó_Briain Brennan-Daly"),
    SOUTH_ASIAN(
            85,
            "Priya Anjali Fatima Aisha Zainab Sunita Nasreen Harpreet Simran Meera Kavita Rukhsana Nadia Sana Deepika Shabnam Jasleen Rehana Parveen Lakshmi",
            "Mohammed Imran Arjun Rajesh Harjit Gurpreet Amir Tariq Sanjay Vikram Bilal Hassan Yusuf Anil Suresh Kamran Ravi Jaspal Abdul Shahid",
            "Patel Khan Singh Kaur Ahmed Begum Hussain Ali Shah Sharma Chowdhury Rahman Miah Iqbal Malik Gupta Desai Bhatt Sandhu Gill Uddin Mahmood Akhtar Mistry Nair"),
    AFRICAN(
            40,
            "Chidinma Ngozi Adwoa Abena Folasade Yetunde Amina Zuri Thandiwe Halima Efua Ifeoma Hodan Ayaan",
            "Chukwuemeka Kwame Kofi Oluwaseun Tunde Kwabena Ibrahim Sipho Tendai Emeka Babatunde Yaw Abdi Warsame",
            "Okonkwo Adeyemi Mensah Boateng Osei Nwosu Asante Okafor Balogun Owusu Ndlovu Moyo Mohamud Warsame Diallo Eze Afolabi Ogunleye"),
    POLISH(
            25,
            "Agnieszka Małgorzata Katarzyna Zofia Bożena Joanna Elżbieta Magdalena Łucja Wioletta Hanna",
            "Paweł Łukasz Michał Krzysztof Grzegorz Tomasz Wojciech Stanisław Bartosz Jakub Zbigniew",
            "Kowalski Nowak Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jabłoński Gołębiowski"),
    ROMANIAN_AND_BALKAN(
            15,
            "Ioana Andreea Elena Mihaela Ștefania Dragana Jelena Mirela Besa Vesna",
            "Andrei Ștefan Mihai Bogdan Cătălin Đorđe Zoran Arben Dragan Marko",
            "Popescu Ionescu Dumitru Stan Țurcanu Đorđević Petrović Kovačević Hoxha Berisha Nikolić"),
    EAST_ASIAN(
            13,
            "Mei Xiu Li Wing-Yan Ka-Yee Linh Thảo Hương Yuki Soo-Jin",
            "Wei Jun Chi-Keung Ho-Yin Minh Đức Tuấn Kenji Min-Jun Jian",
            "Chan Wong Cheung Li Zhang Wang Nguyễn Trần Phạm Lam Leung Tanaka Kim Park"),
    MIDDLE_EASTERN(
            12,
            "Layla Noor Yasmin Zeynep Ayşe Shirin Maryam Dilek Rania Gülşen",
            "Omar Khalid Mustafa Reza Emre Oğuz Hamid Nasser Kerem Çağlar",
            "Al-Masri Haddad Yılmaz Öztürk Hosseini Karimi Şahin Aydın Rahimi Barzani Nasser"),
    WESTERN_EUROPEAN(
            10,
            "Chiara Giulia Inês Beatriz María Élodie Anneliese Ingrid Sofía Solveig",
            "José Luca João Mateus Andrés François Jürgen Søren Bjørn Matteo",
            "Rossi Esposito Silva Ferreira García Fernández Lefèvre Müller Weiß Sørensen Strøm D'Angelo De_Luca van_der_Berg");

    private static final int TOTAL =
            Arrays.stream(values()).mapToInt(origin -> origin.weight).sum();

    private final int weight;
    private final List<String> female;
    private final List<String> male;
    private final List<String> family;

    Origin(int weight, String female, String male, String family) {
        this.weight = weight;
        this.female = List.of(female.split(" "));
        this.male = List.of(male.split(" "));
        // An underscore stands for a space within a name.
        this.family = Arrays.stream(family.split(" "))
                .map(name -> name.replace('_', ' '))
                .toList();
    }

    static Origin pick(RandomGenerator random) {
        int remaining = random.nextInt(TOTAL);
        for (var origin : values()) {
            remaining -= origin.weight;
            if (remaining < 0) {
                return origin;
            }
        }
        return ENGLISH;
    }

    String femaleName(RandomGenerator random) {
        return Pick.one(female, random);
    }

    String maleName(RandomGenerator random) {
        return Pick.one(male, random);
    }

    String familyName(RandomGenerator random) {
        return Pick.one(family, random);
    }

    List<String> familyNames() {
        return family;
    }
}
