import { Dice } from "../dice.js";

/** Records as the core stores them: what their texts say is made up of these words. */
const WORDS = {
  en: `time people way water word day part sound work place year thing name help line turn cause move letter light
    country school plant earth eye thought city tree farm story sea night river idea music mark book science room
    friend fish mountain base hear horse watch color face wood list feel talk bird dog family song door product black
    class wind question ship area half rock order fire south problem piece king space hour rust memory browser async
    search engine library open source guide release notes review weekly design network storage`.split(
    /\s+/,
  ),
  ko: `시간 사람 물 말 하루 부분 소리 일 장소 해 이름 도움 줄 원인 편지 빛 나라 학교 식물 지구 눈 생각 도시 나무 농장 이야기
    바다 밤 강 음악 책 과학 방 친구 물고기 산 색깔 얼굴 목록 느낌 대화 새 가족 노래 문 제품 수업 바람 질문 배 지역 바위 순서
    불 남쪽 문제 조각 우주 한국어 검색 비동기 메모리 브라우저 저장 개발 설계 안내 소식 정리 모음 추천 여행 요리 건강 경제
    기술 문화 역사 교육 뉴스 방법 사용 기록 주소 링크 분류 도서관`.split(/\s+/),
};

/** How many links are made at once. */
const GROUP = 2_000;

/** 36 ** 4: what of an id's number stands behind the time. */
const SEQUENCES = 36n ** 4n;

/**
 * Links of 2,000 hosts, half of them Korean: some 340 bytes each of what a search reads.
 * @param {number} count
 * @param {number} seed
 * @returns {Generator<Record<string, string>>} entries of the storage, a group at a time
 */
export function* entriesOf(count, seed) {
  const dice = new Dice(seed);
  for (let first = 0; first < count; first += GROUP) {
    /** @type {Record<string, string>} */
    const entries = {};
    for (let number = first; number < Math.min(first + GROUP, count); number += 1) {
      const link = linkOf(number, dice);
      entries[`l:${link.id}`] = JSON.stringify(link);
    }
    yield entries;
  }
}

/**
 * @param {number} number
 * @param {Dice} dice
 */
function linkOf(number, dice) {
  const language = dice.pick(/** @type {const} */ (["en", "ko"]));
  const created = 1_700_000_000_000 + number * 60_000;
  const host = `${dice.pick(["www", "blog", "news", "docs"])}.site${below(dice, 2_000)}.example`;
  const slug = sentence(dice, dice.pick(/** @type {const} */ (["en", "en", language])), 5);
  const title = sentence(dice, language, 4 + below(dice, 6));
  return {
    id: idOf(created, dice),
    url: new URL(`https://${host}/${below(dice, 900)}/${slug.replaceAll(" ", "-")}?id=${number}`)
      .href,
    created,
    updated: created,
    state: "saved",
    page: {
      title: `${title} - Site ${host.split(".")[1]}`,
      displayTitle: title,
      description: sentence(dice, language, 8 + below(dice, 24)),
      siteName: `Site ${host.split(".")[1]}`,
      author: below(dice, 3) === 0 ? sentence(dice, language, 2) : undefined,
      image: { url: `https://${host}/images/${number}.jpg` },
      status: 200,
      fetched: created,
    },
    user: {
      memo: below(dice, 10) === 0 ? sentence(dice, language, 12) : undefined,
      tags: below(dice, 5) === 0 ? [dice.pick(WORDS[language])] : undefined,
      favourite: below(dice, 50) === 0 || undefined,
    },
  };
}

/**
 * @param {number} created
 * @param {Dice} dice
 */
function idOf(created, dice) {
  const stamp = (BigInt(created) * SEQUENCES).toString(36).padStart(13, "0");
  const half = () =>
    below(dice, 36 ** 7)
      .toString(36)
      .padStart(7, "0");
  return `${stamp}-00${half()}${half()}`;
}

/**
 * @param {Dice} dice
 * @param {"en" | "ko"} language
 * @param {number} words
 */
function sentence(dice, language, words) {
  return Array.from({ length: words }, () => dice.pick(WORDS[language])).join(" ");
}

/**
 * @param {Dice} dice
 * @param {number} bound
 */
const below = (dice, bound) => Math.floor(dice.next() * bound);
