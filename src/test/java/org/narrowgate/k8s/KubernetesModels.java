package org.narrowgate.k8s;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Kubernetes' own objects, by its Java client: it knows every field, which are needed, and what each holds. */
final class KubernetesModels {
    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final Set<String> GROUPS = Set.of("", "apps", "batch", "autoscaling", "policy", "networking.k8s.io");
    private static final Gson STRICT = new GsonBuilder()
            .registerTypeAdapter(String.class, only(JsonToken.STRING, JsonReader::nextString))
            .registerTypeAdapter(Integer.class, only(JsonToken.NUMBER, JsonReader::nextInt))
            .registerTypeAdapter(Long.class, only(JsonToken.NUMBER, JsonReader::nextLong))
            .registerTypeAdapter(Boolean.class, only(JsonToken.BOOLEAN, JsonReader::nextBoolean))
            .registerTypeAdapter(Quantity.class, only(JsonToken.STRING, in -> Quantity.fromString(in.nextString())))
            .registerTypeAdapter(
                    byte[].class,
                    only(JsonToken.STRING, in -> Base64.getMimeDecoder().decode(in.nextString())))
            .registerTypeAdapter(
                    OffsetDateTime.class, only(JsonToken.STRING, in -> OffsetDateTime.parse(in.nextString())))
            .registerTypeAdapter(IntOrString.class, intOrString())
            .create();

    private KubernetesModels() {}

    static List<String> faultsOf(Manifest manifest) {
        try {
            var model = model(manifest);
            var json = JsonParser.parseString(manifest.json().toString());
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            var read = STRICT.fromJson(json, model);
            return read == null ? List.of("nothing at all") : List.of();
        } catch (ClassNotFoundException e) {
            return List.of("no such kind: " + manifest.apiVersion() + " " + manifest.kind());
        } catch (InvocationTargetException e) {
            return List.of(String.valueOf(e.getTargetException().getMessage()));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a model that cannot be asked", e);
        }
    }

    /** The models are named without their group: those that are looked up here have no two kinds of one name. */
    private static Class<?> model(Manifest manifest) throws ClassNotFoundException {
        if (!GROUPS.contains(manifest.group())) {
            throw new ClassNotFoundException();
        }
        var version = manifest.version();
        return Class.forName(
                MODELS + version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1) + manifest.kind());
    }

    private interface Reading<T> {
        T from(JsonReader in) throws IOException;
    }

    private static <T> TypeAdapter<T> only(JsonToken token, Reading<T> reading) {
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T value) {
                throw new UnsupportedOperationException();
            }

            @Override
            public T read(JsonReader in) throws IOException {
                if (in.peek() != token) {
                    throw new JsonParseException("a " + token + " was to be at " + in.getPath());
                }
                return reading.from(in);
            }
        };
    }

    private static TypeAdapter<IntOrString> intOrString() {
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, IntOrString value) {
                throw new UnsupportedOperationException();
            }

            @Override
            public IntOrString read(JsonReader in) throws IOException {
                return in.peek() == JsonToken.NUMBER ? new IntOrString(in.nextInt()) : new IntOrString(in.nextString());
            }
        };
    }
}
