package org.errorpages.demo.gallery;

import java.util.List;
import java.util.stream.Stream;
import org.errorpages.status.Status;

/**
 * All that there is to see.
 *
 * @param statuses each status that has texts of its own
 * @param languages each language that the application offers
 */
record Catalogue(List<Status> statuses, List<Language> languages) {

    private static final List<Integer> CODES = List.of(
            500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 400, 401, 403, 404, 405, 408, 409, 410, 413, 415,
            422, 429);

    Catalogue {
        statuses = List.copyOf(statuses);
        languages = List.copyOf(languages);
    }

    /** Returns every status in some languages, the server's before the client's. */
    static Catalogue in(List<Language> languages) {
        return new Catalogue(CODES.stream().map(Status::of).toList(), languages);
    }

    List<Exhibit> of(Status status) {
        return languages.stream()
                .map(language -> Exhibit.usual(status, language))
                .toList();
    }

    List<Exhibit> of(Language language) {
        return statuses.stream().map(status -> Exhibit.usual(status, language)).toList();
    }

    /** Returns every page, in all its variants. */
    Stream<Exhibit> exhibits() {
        return statuses.stream().flatMap(status -> of(status).stream()).flatMap(Exhibit::variants);
    }

    List<Status> statuses(boolean ofServer) {
        return statuses.stream()
                .filter(status -> status.isServerError() == ofServer)
                .toList();
    }

    long reviewed() {
        return languages.stream().filter(Language::reviewed).count();
    }
}
