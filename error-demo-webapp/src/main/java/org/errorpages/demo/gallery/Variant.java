package org.errorpages.demo.gallery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.errorpages.status.Status;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/** What makes a page of the same status and language say something else. */
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
    private final @Nullable Duration pause;
    private final String label;

    Variant(String path, String method, @Nullable Duration pause, String label) {
        this.path = path;
        this.method = method;
        this.pause = pause;
        this.label = label;
    }

    /** Returns the variants in which the texts of a status differ. */
    static List<Variant> of(Status status, Messages messages) {
        boolean retry = messages.ofStatus(status.code(), "todo").contains("{retry}");
        return Arrays.stream(values())
                .filter(variant -> variant == USUAL || (retry && variant.concerns(status)))
                .toList();
    }

    /** What a client sent may be sent twice after a server error; who got no answer in time is always warned. */
    private boolean concerns(Status status) {
        return this == POST ? status.isServerError() && status.code() != 504 : status.allowsRetryAfter();
    }

    String path() {
        return path;
    }

    /** Returns the method of the request that failed. */
    String method() {
        return method;
    }

    /** Returns when the client may come again, or null. */
    @Nullable Duration pause() {
        return pause;
    }

    String label() {
        return label;
    }
}
