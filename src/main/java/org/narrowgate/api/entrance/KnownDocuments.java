package org.narrowgate.api.entrance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.BooleanValue;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Node;
import graphql.language.ScalarValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Documents that were read and found to fit the schema, so that an application that sends the same one each time has it
 * read once. INVARIANT: none that holds a value, for what an agency writes into a document is somebody's name.
 */
final class KnownDocuments implements PreparsedDocumentProvider {
    /** The agencies' applications have a few each. */
    static final int AT_MOST = 128;

    /** In characters; a parsed document takes some fifty times its text. */
    static final int LONGEST = 4 * 1024;

    // Bounded as the native executable knows how to: Quarkus registers some of Caffeine's kinds of cache, not all.
    private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput operation, Function<ExecutionInput, PreparsedDocumentEntry> read) {
        var known = documents.getIfPresent(operation.getQuery());
        return CompletableFuture.completedFuture(known == null ? readAndRemember(operation, read) : known);
    }

    boolean knows(String document) {
        return documents.asMap().containsKey(document);
    }

    private PreparsedDocumentEntry readAndRemember(
            ExecutionInput operation, Function<ExecutionInput, PreparsedDocumentEntry> read) {
        var text = operation.getQuery();
        var entry = read.apply(operation);
        if (!entry.hasErrors() && text.length() <= LONGEST && !hasText(text) && !hasValue(entry.getDocument())) {
            documents.put(text, entry);
        }
        return entry;
    }

    // Anything may stand in a comment or a description, and neither need be a node of the document.
    private static boolean hasText(String document) {
        return document.indexOf('#') >= 0 || document.indexOf('"') >= 0;
    }

    private static boolean hasValue(Document document) {
        var nodes = new ArrayDeque<Node<?>>();
        nodes.add(document);
        while (!nodes.isEmpty()) {
            var node = nodes.poll();
            if (isValue(node)) {
                return true;
            }
            node.getChildren().forEach(child -> nodes.add((Node<?>) child));
        }
        return false;
    }

    private static boolean isValue(Node<?> node) {
        return node instanceof EnumValue || (node instanceof ScalarValue<?> && !(node instanceof BooleanValue));
    }
}
