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
import graphql.language.OperationDefinition;
import graphql.language.ScalarValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.narrowgate.api.Shape;

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
    private final Cache<String, Known> documents = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();

    /** @param shape empty where a variable may change it: by a directive, or by naming one operation of several */
    private record Known(PreparsedDocumentEntry entry, Optional<Shape> shape) {}

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput operation, Function<ExecutionInput, PreparsedDocumentEntry> read) {
        var known = documents.getIfPresent(operation.getQuery());
        return CompletableFuture.completedFuture(known == null ? readAndRemember(operation, read) : known.entry());
    }

    boolean knows(String document) {
        return documents.asMap().containsKey(document);
    }

    /** Empty for a document that is not known, as well. */
    Optional<Shape> shapeOf(String document) {
        return Optional.ofNullable(documents.getIfPresent(document)).flatMap(Known::shape);
    }

    private PreparsedDocumentEntry readAndRemember(
            ExecutionInput operation, Function<ExecutionInput, PreparsedDocumentEntry> read) {
        var text = operation.getQuery();
        var entry = read.apply(operation);
        if (!entry.hasErrors() && text.length() <= LONGEST && !hasText(text) && !hasValue(entry.getDocument())) {
            documents.put(text, new Known(entry, shape(text, entry.getDocument())));
        }
        return entry;
    }

    private static Optional<Shape> shape(String text, Document document) {
        return text.indexOf('@') < 0
                        && document.getDefinitionsOfType(OperationDefinition.class)
                                        .size()
                                == 1
                ? Optional.of(new Shape())
                : Optional.empty();
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
