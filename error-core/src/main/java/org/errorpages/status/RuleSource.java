package org.errorpages.status;

/**
 * Where a rule stands.
 *
 * @param file the name of the file
 * @param line the line, from 1
 * @param layer 0 for the built-in file, more for each that overrules it
 * @param text file and line for people, as each verdict names them
 */
record RuleSource(String file, int line, int layer, String text) {

    static final int BUILT_IN = 0;

    RuleSource(String file, int line, int layer) {
        this(file, line, layer, file + ":" + line);
    }

    @Override
    public String toString() {
        return text;
    }
}
