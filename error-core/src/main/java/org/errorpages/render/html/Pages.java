package org.errorpages.render.html;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.resource.Deferred;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * All of which pages are made.
 *
 * @param engine what makes them
 * @param policies the Content-Security-Policy of each page of ours
 * @param own the pages of the application
 */
record Pages(PageEngine engine, Map<String, Deferred<String>> policies, Map<String, OwnTemplate> own) {

    Pages {
        policies = Map.copyOf(policies);
        own = Map.copyOf(own);
    }

    static Pages of(PageTemplates templates) {
        var policies = Map.of(
                PageTemplates.PUBLIC, Deferred.of(() -> StylePolicy.of(templates.style(PageTemplates.PUBLIC))),
                PageTemplates.DEVELOPER, Deferred.of(() -> StylePolicy.forDeveloper(templates)));
        var own = Stream.concat(IntStream.range(400, 600).mapToObj(Integer::toString), Stream.of("4xx", "5xx", "error"))
                .filter(templates::has)
                .collect(Collectors.toMap(name -> name, name -> OwnTemplate.of(name, templates)));
        return new Pages(PageEngine.of(templates), policies, own);
    }

    /** Returns the Content-Security-Policy of a page of ours. */
    String policy(String page) {
        var policy = policies.get(page);
        return policy == null ? StylePolicy.NONE : policy.get();
    }

    /** Returns the most precise page of the application for a status that is not resting, or null. */
    @Nullable
    OwnTemplate own(Status status) {
        return candidates(status).filter(OwnTemplate::isAwake).findFirst().orElse(null);
    }

    /** Returns whether the application has a page for a status, resting or not. */
    boolean hasOwn(Status status) {
        return candidates(status).findAny().isPresent();
    }

    private Stream<OwnTemplate> candidates(Status status) {
        int code = status.code();
        return Stream.of(Integer.toString(code), code / 100 + "xx", "error")
                .map(own::get)
                .filter(Objects::nonNull);
    }
}
