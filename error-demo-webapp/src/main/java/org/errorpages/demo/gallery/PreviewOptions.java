package org.errorpages.demo.gallery;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * An error page that the gallery shows.
 *
 * @param status the status
 * @param language the language
 * @param variant the circumstances of the failure
 */
record PreviewOptions(Status status, Language language, Variant variant) {

    static PreviewOptions usual(Status status, Language language) {
        return new PreviewOptions(status, language, Variant.USUAL);
    }

    /** Returns this page and all others of its status and language whose texts differ. */
    Stream<PreviewOptions> variants() {
        boolean retry = language.messages().forStatus(status.code(), "todo").contains("{retry}");
        return Arrays.stream(Variant.values())
                .filter(other -> other == Variant.USUAL || (retry && other.appliesTo(status)))
                .map(other -> new PreviewOptions(status, language, other));
    }

    String path() {
        return "/" + status.code() + language.path() + variant.path;
    }

    String title() {
        return language.messages().forStatus(status.code(), "title");
    }

    /** Circumstances that change the texts of a page. */
    enum Variant {
        USUAL("", "GET", null, "Usual"),
        POST("/post", "POST", null, "After a form was sent"),
        MOMENT("/retry-5", "GET", Duration.ofSeconds(5), "Retry-After: 5"),
        MINUTE("/retry-60", "GET", Duration.ofMinutes(1), "Retry-After: 60"),
        MINUTES("/retry-600", "GET", Duration.ofMinutes(10), "Retry-After: 600"),
        HOUR("/retry-3600", "GET", Duration.ofHours(1), "Retry-After: 3600"),
        LATER("/retry-86400", "GET", Duration.ofDays(1), "Retry-After: 86400");

        private final String path;
        private final String method;
        private final @Nullable Duration retryAfter;
        private final String label;

        Variant(String path, String method, @Nullable Duration retryAfter, String label) {
            this.path = path;
            this.method = method;
            this.retryAfter = retryAfter;
            this.label = label;
        }

        /** The page of 504 always warns against sending a form twice, so POST changes nothing there. */
        private boolean appliesTo(Status status) {
            return this == POST ? status.isServerError() && status.code() != 504 : status.allowsRetryAfter();
        }

        /** Returns the method of the failed request. */
        String method() {
            return method;
        }

        /** Returns the time after which the client may retry, or null. */
        @Nullable Duration retryAfter() {
            return retryAfter;
        }

        String label() {
            return label;
        }
    }

    /** The readers of a page. */
    enum Audience {
        PUBLIC("/public", "The public"),
        /** Permitted developers in development mode; all other clients get the public page instead. */
        DEVELOPER("/developer", "A permitted developer");

        private final String path;
        private final String label;

        Audience(String path, String label) {
            this.path = path;
            this.label = label;
        }

        String path() {
            return path;
        }

        String label() {
            return label;
        }
    }
}
