package org.narrowgate.api.schema;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The contract for everybody to read: the schema as it is served, with its descriptions. */
@Path("/schema.graphql")
public class SchemaPage {
    private final String text;

    SchemaPage(GraphQLSchema schema) {
        this.text = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeDirectiveDefinitions(false))
                .print(schema);
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public String text() {
        return text;
    }
}
