package org.errorpages.demo.gallery;

import java.util.stream.Stream;
import org.errorpages.status.Status;

/**
 * One page of the gallery.
 *
 * @param status what it says
 * @param language in which language
 * @param variant under which circumstances
 */
record Exhibit(Status status, Language language, Variant variant) {

    static Exhibit usual(Status status, Language language) {
        return new Exhibit(status, language, Variant.USUAL);
    }

    /** Returns this page and those of the same status and language that differ from it. */
    Stream<Exhibit> variants() {
        return Variant.of(status, language.messages()).stream().map(other -> new Exhibit(status, language, other));
    }

    String path() {
        return "/" + status.code() + language.path() + variant.path();
    }

    String title() {
        return language.messages().ofStatus(status.code(), "title");
    }
}
