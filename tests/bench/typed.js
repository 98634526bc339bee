/** What is typed, letter by letter: Hangul as a keyboard builds it. */
export const TYPED = {
  English: ["memory browser", "weekly", "design network"],
  Korean: ["한국어 검색", "비동기 메모리", "도서관"],
  mixed: ["rust 비동기 book"],
  "an address": ["https://www.site19", "site1234.example/77"],
  "no hits": ["zzqx", "뷁뷁"],
  "one letter": ["e", "가", "9"],
};

/** The letters that begin a syllable, as they stand alone, and the first of them in one. */
const FIRST_INITIAL = 0x1100;
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

/**
 * What stands in the box after each letter.
 * @param {string} word
 */
export function lettersOf(word) {
  const states = [];
  let before = "";
  for (const character of word) {
    const letters = [...character.normalize("NFD")];
    const [initial = "", vowel = ""] = letters;
    if (letters.length > 1) {
      const number = (initial.codePointAt(0) ?? 0) - FIRST_INITIAL;
      states.push(before + (INITIALS[number] ?? ""), before + (initial + vowel).normalize("NFC"));
    }
    if (letters.length !== 2) states.push(before + character);
    before += character;
  }
  return states;
}
