package org.errorpages.i18n;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.errorpages.resource.ResourceFolder;

/**
 * The languages there are: those that come with the framework, with what the application's own files say instead, and
 * those that the application adds.
 *
 * <p>A file of the application is named {@code messages.TAG.properties} with a BCP 47 tag. In a language of ours it holds
 * any of our keys, in a new language all of them; in both, keys of its own for its own templates.
 */
public final class Languages {

    /** What comes with the framework, read once: a language may be asked for while a failure is answered. */
    private static final Set<String> SHIPPED_TAGS =
            Set.copyOf(LanguageFile.read("languages.properties").keySet());

    private static final Languages SHIPPED = new Languages(Map.of());
    private static final String PREFIX = "messages.";
    private static final String SUFFIX = ".properties";

    private final Map<String, CustomMessages> own;

    private Languages(Map<String, CustomMessages> own) {
        this.own = Map.copyOf(own);
    }

    /** Returns the languages that come with the framework. */
    public static Languages shipped() {
        return SHIPPED;
    }

    /**
     * Returns these and those of a folder.
     *
     * @throws IllegalArgumentException if a file has a text that cannot be used; the message names file, line and key, and
     *     what is allowed
     */
    public static Languages with(ResourceFolder folder) {
        var own = new TreeMap<String, CustomMessages>();
        for (var name : folder.names()) {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && name.length() > PREFIX.length() + SUFFIX.length()) {
                var tag = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
                var texts = CustomMessages.read(tag, folder.location() + name, folder.text(name));
                own.put(tag, SHIPPED_TAGS.contains(tag) ? texts : texts.wholeLanguage());
            }
        }
        return new Languages(own);
    }

    /** Returns the BCP 47 tags of all. */
    public SortedSet<String> tags() {
        var tags = new TreeSet<>(SHIPPED_TAGS);
        tags.addAll(own.keySet());
        return tags;
    }

    /** Returns the texts of a language; keys that only the fallback has of its own are taken from there. */
    Messages messages(String tag, String fallback) {
        var texts =
                new HashMap<>(own.getOrDefault(fallback, CustomMessages.NONE).ofTheApplication());
        texts.putAll(LanguageFile.read((SHIPPED_TAGS.contains(tag) ? tag : "en") + SUFFIX));
        texts.putAll(own.getOrDefault(tag, CustomMessages.NONE).texts());
        return new Messages(tag, texts);
    }
}
