package org.errorpages.demo.editions.older;

/** Something on the counter that asks for somebody to come. */
public interface Bell {}
