/** Words of which made-up links speak. @type {Record<"en" | "ko", string[]>} */
export const WORDS = {
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
