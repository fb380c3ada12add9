package org.errorpages.demo.gallery;

import java.util.List;
import java.util.stream.Stream;
import org.errorpages.status.Status;

/**
 * All error pages: every status in every language.
 *
 * @param statuses the statuses that have texts of their own
 * @param languages the languages that the application offers
 */
record ErrorPageCatalogue(List<Status> statuses, List<Language> languages) {

    private static final List<Integer> CODES = List.of(
            500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 400, 401, 403, 404, 405, 408, 409, 410, 413, 415,
            422, 429);

    ErrorPageCatalogue {
        statuses = List.copyOf(statuses);
        languages = List.copyOf(languages);
    }

    /** Returns every status in some languages, server errors first. */
    static ErrorPageCatalogue in(List<Language> languages) {
        return new ErrorPageCatalogue(CODES.stream().map(Status::of).toList(), languages);
    }

    List<PreviewOptions> of(Status status) {
        return languages.stream()
                .map(language -> PreviewOptions.usual(status, language))
                .toList();
    }

    List<PreviewOptions> of(Language language) {
        return statuses.stream()
                .map(status -> PreviewOptions.usual(status, language))
                .toList();
    }

    /** Returns every page in all its variants. */
    Stream<PreviewOptions> previews() {
        return statuses.stream().flatMap(status -> of(status).stream()).flatMap(PreviewOptions::variants);
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
