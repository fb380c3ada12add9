package org.errorpages.demo.editions.older;

/** The bell that the shop has. */
public final class BrassBell implements Bell {}
