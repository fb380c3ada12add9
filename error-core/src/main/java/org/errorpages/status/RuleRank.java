package org.errorpages.status;

/** Ranks the rules that match a cause chain; a later constant wins. */
public enum RuleRank {
    /** Counts only if no other rule matches. */
    FALLBACK,
    /** Matches a family of failures that other rules refine. */
    BROAD,
    /** Matches one kind of failure. */
    EXACT,
    /** Comes from the application. */
    DECLARED
}
