package org.narrowgate.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    @ParameterizedTest
    @CsvSource({
        "0/000, 0, 0, 256",
        "0/000.p/1, 0, 0, 1",
        "1/999.p/255, 1, 999, 255",
        "0/x001/000, 0, 1000, 256",
        "0/x001/234.p/5, 0, 1234, 5",
        "63/x001/x234/067, 63, 1234067, 256"
    })
    void aPathNamesATile(String path, int level, long number, int width) {
        // Given
        var tile = new Tile(level, number, width);
        // Then
        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.parse(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/0000",
                "00/000",
                "64/000",
                "-1/000",
                "0/-01",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/05",
                "0/000.p/",
                "0/000.p",
                "0/001/000",
                "0/x000/001",
                "0/x001",
                "0/000/",
                "0/000\n",
                "entries/000",
                "0/٠٠٠",
                "0/x999/x999/x999/x999/x999/x999/999",
                "0/../000",
                " 0/000"
            })
    void anyOtherSpellingNamesNone(String path) {
        assertThat(Tile.parse(path)).isEmpty();
    }

    @Test
    void entriesLieBesideTheLeaves() {
        // Given
        var tile = new Tile(0, 1234, 5);
        // Then
        assertThat(tile.entriesPath()).isEqualTo("entries/x001/234.p/5");
        assertThat(Tile.parseEntries("entries/x001/234.p/5")).contains(tile);
        assertThat(Tile.parseEntries("0/x001/234.p/5")).isEmpty();
        assertThatThrownBy(() -> new Tile(1, 0, 5).entriesPath()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTreeOfSeventyThousandHasTheTilesOfTheSpecification() {
        assertThat(Tile.count(0, 70_000)).isEqualTo(274);
        assertThat(Tile.of(0, 272, 70_000)).isEqualTo(new Tile(0, 272, 256));
        assertThat(Tile.of(0, 273, 70_000)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.count(1, 70_000)).isEqualTo(2);
        assertThat(Tile.of(1, 0, 70_000)).isEqualTo(new Tile(1, 0, 256));
        assertThat(Tile.of(1, 1, 70_000)).isEqualTo(new Tile(1, 1, 17));
        assertThat(Tile.count(2, 70_000)).isEqualTo(1);
        assertThat(Tile.of(2, 0, 70_000)).isEqualTo(new Tile(2, 0, 1));
        assertThat(Tile.count(3, 70_000)).isZero();
    }

    @Test
    void aTreeOfOneFullTileHasOneHashAboveIt() {
        assertThat(Tile.of(1, 0, 256)).isEqualTo(new Tile(1, 0, 1));
        assertThat(Tile.count(1, 255)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1, 256", "1, 0, 255", "8, 0, 9223372036854775807", "0, 999999999999999999, 1"})
    void aTileThatTheTreeDoesNotReachIsNone(int level, long number, long size) {
        assertThatThrownBy(() -> Tile.of(level, number, size)).isInstanceOf(IllegalArgumentException.class);
    }
}
