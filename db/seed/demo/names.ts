import type { Chance } from './random'

const women = `Anna Eva Maria Karin Kristina Lena Ingrid Birgitta Marie Annika Åsa Helena Monica Susanne Camilla Jenny
Sara Emma Johanna Malin Hanna Elin Sofia Linda Ida Josefin Amanda Frida Moa Klara Ebba Märta Ulrika Gunilla Agneta
Fatima Leila Zahra Amina Samira Nour Rima Hiba Shirin Parisa Azadeh Soraya Ayaan Hodan Ifrah Saba Selam Hiwot Rahel
Jasmina Amela Sanela Dragana Nevena Katarzyna Agnieszka Joanna Olena Iryna Natalia Päivi Tuula Merja Thuy Linh Mei
Beatriz Carolina Lucía Ana Teresa Rosa Dilan Berivan Zeynep Elif Derya Priya Nasrin Yasmin`.split(/\s+/)

const men = `Anders Lars Mikael Johan Per Erik Karl Jan Thomas Peter Fredrik Magnus Henrik Mattias Stefan Patrik Daniel
Marcus Jonas Martin Andreas Niklas David Jakob Oskar Viktor Emil Filip Simon Ludvig Göran Håkan Torbjörn Ulf Rolf
Ahmed Ali Omar Yusuf Hassan Mahmoud Tarek Bilal Reza Farhad Dariush Babak Abdi Mohamed Abdirahman Yonas Samuel Dawit
Emir Adnan Goran Dejan Piotr Tomasz Krzysztof Andriy Oleksandr Mikko Jari Timo Minh Hung Wei Diego Carlos Miguel
Rafael Azad Serhat Mehmet Kemal Arjun Karim Elias`.split(/\s+/)

const families = `Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson
Jonsson Jansson Hansson Bengtsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist Lindgren Berg Axelsson
Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin
Engström Eklund Danielsson Håkansson Lundin Björk Bergman Holm Wikström Isaksson Fransson Bergqvist Nyström Holmberg
Arvidsson Löfgren Söderberg Nyberg Blomqvist Mårtensson Nordström Ekström Hellström Strand Åkesson Sundqvist Västberg
Ahmed Ali Hassan Mohamed Ibrahim Osman Abdi Warsame Hussein Khalil Haddad Mansour Saleh Najjar Rahimi Karimi Hosseini
Ahmadi Rezaei Moradi Tesfaye Gebre Bekele Hadžić Begić Kovačević Petrović Jovanović Nowak Kowalska Wiśniewska
Zielińska Shevchenko Bondarenko Virtanen Korhonen Nieminen Mäkinen Nguyen Tran Pham Chen Silva Pereira García Morales
Yılmaz Demir Kaya Çelik Aydın Barzani Sharma Rahman`.split(/\s+/)

export type Gender = 'kvinna' | 'man'
export interface FullName {
  givenName: string
  familyName: string
}

/** A maker of synthetic names: common first and family names, combined by chance, each whole name once. */
export function nameMaker(chance: Chance): (gender: Gender) => FullName {
  const used = new Set<string>()
  return function make(gender: Gender): FullName {
    for (;;) {
      const name = {
        givenName: chance.pick(gender === 'kvinna' ? women : men),
        familyName: chance.pick(families),
      }
      const whole = `${name.givenName} ${name.familyName}`
      if (used.has(whole)) continue
      used.add(whole)
      return name
    }
  }
}

const folded: Record<string, string> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  đ: 'd',
  ß: 'ss',
}

/** A name as the part of an address: `Zahra Wiśniewska` → `zahra.wisniewska`. */
export function addressName(name: FullName): string {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[ıłøæđß]/g, (letter) => folded[letter] ?? '')
      .normalize('NFD')
      .replace(/[^a-z]/g, '')
  return `${plain(name.givenName)}.${plain(name.familyName)}`
}
