package org.errorpages.status;

/** How much a rule is worth against others of the same cause chain; a later constant is worth more. */
public enum RuleRank {
    /** Says something only where nothing else does. */
    FALLBACK,
    /** Names a family of failures that others refine. */
    BROAD,
    /** Names one kind of failure. */
    EXACT,
    /** The application said so. */
    DECLARED
}
