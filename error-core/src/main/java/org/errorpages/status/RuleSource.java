package org.errorpages.status;

/**
 * Where a rule stands.
 *
 * @param file the name of the file
 * @param line the line, from 1
 * @param layer 0 for the built-in file, more for each that overrules it
 */
record RuleSource(String file, int line, int layer) {

    static final int BUILT_IN = 0;

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
