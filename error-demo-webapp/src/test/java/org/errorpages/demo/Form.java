package org.errorpages.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;

/** Lists the formats of a response and parses each into its fields by name. */
enum Form {
    HTML("text/html", "text/html;charset=utf-8") {
        @Override
        Map<String, String> read(String body) {
            var page = Jsoup.parse(body);
            return Map.of("language", page.select("html").attr("lang"), "text", page.text());
        }
    },
    JSON("application/json", "application/problem+json") {
        @Override
        Map<String, String> read(String body) throws IOException {
            var members = new HashMap<String, String>();
            try (var json = new JsonFactory().createParser(body)) {
                json.nextToken();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    var name = json.currentName();
                    var value = json.nextToken();
                    if (value.isStructStart()) {
                        json.skipChildren();
                    }
                    members.put(name, json.getText());
                }
            }
            return members;
        }
    },
    XML("application/xml", "application/problem+xml;charset=utf-8") {
        @Override
        Map<String, String> read(String body) throws Exception {
            var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
            var root = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(bytes)
                    .getDocumentElement();
            var members = new HashMap<String, String>(Map.of("language", root.getAttribute("xml:lang")));
            for (int i = 0; i < root.getChildNodes().getLength(); i++) {
                var child = root.getChildNodes().item(i);
                members.put(child.getNodeName(), child.getTextContent());
            }
            return members;
        }
    },
    TEXT("text/plain", "text/plain;charset=utf-8") {
        @Override
        Map<String, String> read(String body) {
            return Map.of("text", body);
        }
    },
    MARKDOWN("text/markdown", "text/markdown;charset=utf-8") {
        @Override
        Map<String, String> read(String body) {
            return Map.of("text", body);
        }
    };

    private final String accept;
    private final String contentType;

    Form(String accept, String contentType) {
        this.accept = accept;
        this.contentType = contentType;
    }

    String accept() {
        return accept;
    }

    String contentType() {
        return contentType;
    }

    /** Returns the fields of a body; a body in another format causes an exception. */
    abstract Map<String, String> read(String body) throws Exception;
}
