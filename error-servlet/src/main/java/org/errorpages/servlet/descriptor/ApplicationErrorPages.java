package org.errorpages.servlet.descriptor;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;

/**
 * The {@code error-page} elements of an application, looked up as a container does (Servlet 6.0, section 10.9.2).
 *
 * <p>Where {@code web.xml} names our own page, that entry still wins over those that it beats in a container: nothing is
 * found then.
 *
 * @param locations the pages by what they show, as in {@link WebDescriptor#pages()}
 * @param ownLocation our own page
 */
public record ApplicationErrorPages(Map<String, String> locations, String ownLocation) {

    private static final String WEB_XML = "/WEB-INF/web.xml";
    private static final int MOST_DESCRIBED = 20;

    /** The name of our own fragment, which offers our page wherever the application has none. */
    private static final String OWN_FRAGMENT = "errorpages";

    public ApplicationErrorPages {
        locations = Map.copyOf(locations);
    }

    /**
     * Reads the pages of an application. A {@code web.xml} that cannot be read counts as one without pages; the log of
     * the application tells of it.
     */
    public static ApplicationErrorPages of(ServletContext context, String ownLocation) {
        try (var in = context.getResourceAsStream(WEB_XML)) {
            var webXml = in == null ? WebDescriptor.none() : WebDescriptor.ofWebXml(XmlElement.read(in));
            return merged(webXml, WebFragments.of(context, webXml), ownLocation);
        } catch (IOException unreadable) {
            context.log("errorpages: the error pages of the application are not known: " + WEB_XML + " "
                    + unreadable.getMessage());
            return new ApplicationErrorPages(Map.of(), ownLocation);
        }
    }

    private static ApplicationErrorPages merged(WebDescriptor webXml, List<WebDescriptor> fragments, String own) {
        var locations = new HashMap<>(webXml.pages());
        for (var fragment : fragments) {
            var offered = new HashMap<>(fragment.pages());
            offered.values().removeIf(location -> fragment.name().equals(OWN_FRAGMENT) || isOwn(location, own));
            offered.forEach(locations::putIfAbsent);
        }
        return new ApplicationErrorPages(locations, own);
    }

    /** Returns whether the application has none, and names ours nowhere. */
    public boolean isEmpty() {
        return locations.isEmpty();
    }

    /** Returns the page for the nearest class of what was thrown, else of what a ServletException was thrown for. */
    public Optional<String> forException(Throwable thrown) {
        return entry(thrown).filter(this::isTheirs);
    }

    /** Returns whether {@code web.xml} names our page for what was thrown, whatever it has for the status. */
    public boolean isOurs(Throwable thrown) {
        return entry(thrown).filter(location -> !isTheirs(location)).isPresent();
    }

    /** Returns the page for a status, else the page for everything. */
    public Optional<String> forStatus(int status) {
        if (isEmpty()) {
            return Optional.empty();
        }
        return at(String.valueOf(status)).or(() -> at(WebDescriptor.DEFAULT)).filter(this::isTheirs);
    }

    /** Returns the page for everything. */
    Optional<String> defaultPage() {
        return at(WebDescriptor.DEFAULT).filter(this::isTheirs);
    }

    /** Returns the statuses that have a page of their own. */
    public Set<Integer> codes() {
        return theirs().filter(WebDescriptor::isCode)
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns for what there are pages: statuses, classes, {@code default}; of very many the first ones. */
    public List<String> described() {
        var described = new ArrayList<String>();
        theirs().filter(WebDescriptor::isCode).sorted().forEach(described::add);
        theirs().filter(ApplicationErrorPages::isClass).sorted().forEach(described::add);
        defaultPage().ifPresent(page -> described.add(WebDescriptor.DEFAULT));
        if (described.size() > MOST_DESCRIBED) {
            var rest = described.subList(MOST_DESCRIBED - 1, described.size());
            var more = rest.size() + " more";
            rest.clear();
            described.add(more);
        }
        return List.copyOf(described);
    }

    private Optional<String> entry(Throwable thrown) {
        for (var link : CauseChain.of(thrown).links()) {
            var nearest = nearest(link);
            if (nearest.isPresent() || !(link.throwable() instanceof ServletException)) {
                return nearest;
            }
        }
        return Optional.empty();
    }

    private Optional<String> nearest(SafeThrowable thrown) {
        Class<?> first = thrown.throwable().getClass();
        return Stream.<Class<?>>iterate(first, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> at(type.getName()).stream())
                .findFirst();
    }

    private Optional<String> at(String key) {
        return Optional.ofNullable(locations.get(key));
    }

    private Stream<String> theirs() {
        return locations.keySet().stream()
                .filter(key -> at(key).filter(this::isTheirs).isPresent());
    }

    private boolean isTheirs(String location) {
        return !isOwn(location, ownLocation);
    }

    private static boolean isOwn(String location, String own) {
        return location.equals(own) || location.startsWith(own + "?");
    }

    private static boolean isClass(String key) {
        return !WebDescriptor.isCode(key) && !key.equals(WebDescriptor.DEFAULT);
    }
}
