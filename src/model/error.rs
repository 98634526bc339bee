use super::Language;

macro_rules! library_errors {
    ($($variant:ident, $code:literal, $en:literal, $ko:literal;)*) => {
        /// Why the library did not do what it was asked to. Nothing was changed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum LibraryError {
            $(
                #[doc = $en]
                $variant,
            )*
        }

        impl LibraryError {
            /// Every error there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// What happened, what is safe, and what to do.
            #[must_use]
            pub const fn sentence(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Self::$variant, Language::En) => $en,
                        (Self::$variant, Language::Ko) => $ko,
                    )*
                }
            }
        }
    };
}

library_errors! {
    NotOpen, "library-not-open",
        "The library is not open yet. Try again in a moment.",
        "보관함을 아직 열지 못했어요. 잠시 뒤 다시 시도해 주세요.";
    StorageFull, "storage-full",
        "The disk has no room left. What is saved is safe; free some space and try again.",
        "저장 공간이 가득 찼어요. 저장한 링크는 안전하니 공간을 비우고 다시 시도해 주세요.";
    StorageFailed, "storage-failed",
        "The browser's storage did not answer. What is saved is safe; try again.",
        "브라우저 저장소가 답하지 않았어요. 저장한 링크는 안전하니 다시 시도해 주세요.";
    StorageDamaged, "storage-damaged",
        "A part of the library is damaged. Nothing was overwritten; export what is whole first.",
        "보관함 일부가 손상됐어요. 아무것도 덮어쓰지 않았으니 남은 링크를 먼저 내보내 주세요.";
    NewerVersion, "newer-version",
        "A newer urLink wrote this library. Nothing was changed; update urLink to open it.",
        "더 새로운 urLink가 만든 보관함이에요. 아무것도 바꾸지 않았으니 urLink를 업데이트해 주세요.";
    CategoryNameEmpty, "category-name-empty",
        "The category has no name yet. Type one.",
        "카테고리 이름을 입력해 주세요.";
    CategoryNameTooLong, "category-name-too-long",
        "The name is longer than 100 characters. Shorten it.",
        "이름이 100자를 넘어요. 조금 줄여 주세요.";
    CategoryExists, "category-exists",
        "There is a category of this name already. Choose another name.",
        "같은 이름의 카테고리가 있어요. 다른 이름을 골라 주세요.";
    NoSuchCategory, "no-such-category",
        "This category does not exist any more.",
        "이제 없는 카테고리예요.";
    NoSuchJob, "no-such-job",
        "This job is not kept any more. Its links are in the library.",
        "이 작업의 기록은 이제 없어요. 링크는 보관함에 있어요.";
    JobNotOver, "job-not-over",
        "This job still goes on. End it first.",
        "아직 끝나지 않은 작업이에요. 먼저 그만두어 주세요.";
    NoLinks, "no-links",
        "There are no links here whose pages could be read.",
        "여기에는 페이지를 읽을 링크가 없어요.";
    ConnectionsOutOfRange, "connections-out-of-range",
        "From 1 to 64 pages can be read at once. Choose a number between.",
        "한 번에 읽을 페이지는 1개에서 64개까지 고를 수 있어요.";
    NoSuchLink, "no-such-link",
        "This link does not exist any more.",
        "이제 없는 링크예요.";
    InTrash, "in-trash",
        "This link is in the trash. Restore it first.",
        "휴지통에 있는 링크예요. 먼저 되살려 주세요.";
    NoSuchChange, "no-such-change",
        "This cannot be undone any more. Nothing was changed.",
        "이제 되돌릴 수 없어요. 아무것도 바꾸지 않았어요.";
    NoSuchReminder, "no-such-reminder",
        "This reminder does not exist any more.",
        "이제 없는 알림이에요.";
    ReminderPast, "reminder-past",
        "This time is over already. Choose a later one.",
        "이미 지난 시간이에요. 더 나중 시간을 골라 주세요.";
    ReminderTime, "reminder-time",
        "This is not a date and a time. Choose both.",
        "날짜와 시간을 모두 골라 주세요.";
    TooManyReminders, "too-many-reminders",
        "You can be reminded of at most 100 links at once. Choose fewer.",
        "알림은 한 번에 링크 100개까지 설정할 수 있어요. 조금 덜 골라 주세요.";
    NoCalendar, "no-calendar",
        "This Chrome is too old for reminders. Update it to version 144 or newer.",
        "이 Chrome에서는 알림을 쓸 수 없어요. 144 버전 이상으로 업데이트해 주세요.";
    BadRequest, "bad-request",
        "The request cannot be understood.",
        "요청을 이해하지 못했어요.";
}

impl std::fmt::Display for LibraryError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.sentence(Language::En))
    }
}

impl std::error::Error for LibraryError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_code_of_its_own_and_both_languages() {
        let codes: std::collections::BTreeSet<_> =
            LibraryError::ALL.iter().map(|error| error.code()).collect();
        assert_eq!(codes.len(), LibraryError::ALL.len());
        for error in LibraryError::ALL {
            assert!(error.sentence(Language::En).ends_with('.'));
            assert!(error.sentence(Language::Ko).ends_with("요."), "{error:?}");
        }
    }
}
