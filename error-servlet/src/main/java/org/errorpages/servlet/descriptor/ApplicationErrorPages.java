package org.errorpages.servlet.descriptor;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Comparator;
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
 * Looks up the application's {@code error-page} elements as containers do (Servlet 6.0, section 10.9.2).
 *
 * <p>If {@code web.xml} names the page of this framework, that entry takes its usual precedence and the result is empty.
 *
 * @param locations the locations by key, as in {@link WebDescriptor#pages()}
 * @param ownLocation the location of the page of this framework
 */
public record ApplicationErrorPages(Map<String, String> locations, String ownLocation) {

    private static final String WEB_XML = "/WEB-INF/web.xml";
    private static final int MAX_DESCRIBED = 20;

    /** The name of the fragment of this framework, whose pages aren't those of the application. */
    private static final String OWN_FRAGMENT = "errorpages";

    public ApplicationErrorPages {
        locations = Map.copyOf(locations);
    }

    /** Reads the pages of an application. A {@code web.xml} that can't be read is logged and ignored. */
    public static ApplicationErrorPages of(ServletContext context, String ownLocation) {
        try (var in = context.getResourceAsStream(WEB_XML)) {
            var webXml = in == null ? WebDescriptor.EMPTY : WebDescriptor.of(XmlElement.read(in), "web-app");
            return merged(webXml, WebFragments.of(context, webXml), ownLocation);
        } catch (IOException unreadable) {
            context.log("errorpages: the error pages of the application are ignored: " + WEB_XML + " "
                    + unreadable.getMessage());
            return new ApplicationErrorPages(Map.of(), ownLocation);
        }
    }

    private static ApplicationErrorPages merged(WebDescriptor webXml, List<WebDescriptor> fragments, String own) {
        var locations = new HashMap<>(webXml.pages());
        for (var fragment : fragments) {
            var pages = new HashMap<>(fragment.pages());
            pages.values().removeIf(location -> fragment.name().equals(OWN_FRAGMENT) || isOwn(location, own));
            pages.forEach(locations::putIfAbsent);
        }
        return new ApplicationErrorPages(locations, own);
    }

    /** Returns whether no descriptor has an error page; those of this framework in {@code web.xml} count. */
    public boolean isEmpty() {
        return locations.isEmpty();
    }

    /** Returns the page for the closest superclass of the exception, else of the cause of a ServletException. */
    public Optional<String> forException(Throwable thrown) {
        return find(thrown).filter(this::belongsToApplication);
    }

    /** Returns whether {@code web.xml} names the page of this framework for the exception. */
    public boolean namesOwnPageFor(Throwable thrown) {
        return find(thrown).filter(location -> !belongsToApplication(location)).isPresent();
    }

    /** Returns the page for a status, else the default page. */
    public Optional<String> forStatus(int status) {
        return find(String.valueOf(status))
                .or(() -> find(WebDescriptor.DEFAULT))
                .filter(this::belongsToApplication);
    }

    /** Returns the statuses for which the application has a page, other than the default page. */
    public Set<Integer> codes() {
        return keys().filter(WebDescriptor::isCode)
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the keys of the application's pages for the log: statuses, classes, {@code default}; at most 20. */
    public List<String> described() {
        var keys = keys().sorted()
                .sorted(Comparator.comparing(WebDescriptor.DEFAULT::equals))
                .toList();
        int rest = keys.size() - MAX_DESCRIBED + 1;
        return rest <= 1
                ? keys
                : Stream.concat(keys.stream().limit(MAX_DESCRIBED - 1L), Stream.of(rest + " more"))
                        .toList();
    }

    private Optional<String> find(Throwable thrown) {
        for (var link : CauseChain.of(thrown).throwables()) {
            var page = forClosestClass(link);
            if (page.isPresent() || !(link.throwable() instanceof ServletException)) {
                return page;
            }
        }
        return Optional.empty();
    }

    private Optional<String> forClosestClass(SafeThrowable thrown) {
        Class<?> first = thrown.throwable().getClass();
        return Stream.<Class<?>>iterate(first, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> find(type.getName()).stream())
                .findFirst();
    }

    private Optional<String> find(String key) {
        return Optional.ofNullable(locations.get(key));
    }

    private Stream<String> keys() {
        return locations.keySet().stream()
                .filter(key -> find(key).filter(this::belongsToApplication).isPresent());
    }

    private boolean belongsToApplication(String location) {
        return !isOwn(location, ownLocation);
    }

    private static boolean isOwn(String location, String own) {
        return location.equals(own) || location.startsWith(own + "?");
    }
}
