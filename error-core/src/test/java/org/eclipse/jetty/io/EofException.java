package org.eclipse.jetty.io;

import java.io.EOFException;

/** Stands in for the container's class: the error map knows it by name only. */
@SuppressWarnings("serial")
public class EofException extends EOFException {}
