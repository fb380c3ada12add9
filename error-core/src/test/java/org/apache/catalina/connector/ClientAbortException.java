package org.apache.catalina.connector;

import java.io.IOException;

/** Stands in for the container's class: the error map knows it by name only. */
@SuppressWarnings("serial")
public class ClientAbortException extends IOException {}
