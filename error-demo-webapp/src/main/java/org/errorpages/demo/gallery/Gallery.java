package org.errorpages.demo.gallery;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.Mode;
import org.errorpages.OwnFiles;
import org.errorpages.resource.ResourceFolder;
import org.jspecify.annotations.Nullable;

/**
 * All pages of errorpages, for whoever reviews texts and looks: {@code /503} in every language, {@code /ko} with every
 * status, {@code /503/ko} as it is seen.
 *
 * <p>Each path is known from the start; what is not among them leads nowhere, so nothing of a request gets into a page
 * of the gallery. A developer's page is there in development mode only, and shows the inside to whom the framework
 * itself permits it.
 */
public final class Gallery {

    private final Map<String, Room> rooms;

    private Gallery(Map<String, Room> rooms) {
        this.rooms = Map.copyOf(rooms);
    }

    /**
     * Opens the gallery of an application.
     *
     * @param settings the settings of errorpages; those that the core does not know are left out
     */
    public static Gallery open(Map<String, String> settings) {
        var known = new HashMap<>(settings);
        known.keySet().retainAll(ErrorPagesConfig.KEYS);
        var own = new OwnFiles(folder(settings.get("templates")), folder(settings.get("messages")));
        var config = ErrorPagesConfig.from(known, own);
        var rooms = new HashMap<String, Room>();
        furnish(rooms, Catalogue.in(Language.offered(config)), config);
        return new Gallery(rooms);
    }

    /** The shop has no folder of its own in the WAR; a directory may be set for a text that is being written. */
    private static ResourceFolder folder(@Nullable String setting) {
        return setting != null && setting.startsWith("file:")
                ? ResourceFolder.at(Path.of(URI.create(setting)))
                : ResourceFolder.none();
    }

    /** Returns the page at a path, or nothing where there is none. */
    public Optional<Page> page(Visit visit) {
        return Optional.ofNullable(rooms.get(visit.path())).map(room -> room.page(visit));
    }

    private static void furnish(Map<String, Room> rooms, Catalogue catalogue, ErrorPagesConfig config) {
        var previews = new Previews(config);
        var audiences = config.mode() == Mode.DEVELOPMENT ? List.of(Audience.values()) : List.of(Audience.PUBLIC);
        rooms.put("", new Entrance(catalogue));
        catalogue
                .statuses()
                .forEach(status -> rooms.put("/" + status.code(), new StatusRoom(status, catalogue, previews)));
        catalogue
                .languages()
                .forEach(language -> rooms.put(language.path(), new LanguageRoom(language, catalogue, previews)));
        catalogue.exhibits().forEach(exhibit -> {
            rooms.put(exhibit.path(), new ExhibitRoom(exhibit, audiences, catalogue));
            audiences.forEach(audience ->
                    rooms.put(exhibit.path() + audience.path(), visit -> previews.page(exhibit, audience, visit)));
        });
    }
}
