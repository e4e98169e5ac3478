package dev.serai.screening.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds all of many literals in one pass over a text (Aho and Corasick, CACM 18(6), 1975). The nodes near the root, where
 * texts are most of the time, have a row with a target for each letter; the others have their edges alone. Immutable.
 */
final class Literals {
    private static final int ROOT = 0;
    /** Targets in all rows together: half a megabyte. */
    private static final int MOST_IN_ROWS = 1 << 17;

    private final int size;
    private final Letters letters;
    /** How many nodes have a row. */
    private final int withRow;

    private final int[] rows;
    private final int[] firstEdge;
    private final char[] edges;
    private final int[] targets;
    private final int[] fails;
    /** The literal that ends at a node, or -1. */
    private final int[] literals;
    /** The nearest node where a literal ends: the node itself or one on the way of its fails, or the root. */
    private final int[] endings;

    private Literals(List<Trie.Node> nodes, Letters letters, int size) {
        this.size = size;
        this.letters = letters;
        withRow = Math.max(1, Math.min(nodes.size(), MOST_IN_ROWS / letters.count()));
        rows = new int[withRow * letters.count()];
        firstEdge = new int[nodes.size() + 1];
        edges = new char[nodes.size() - 1];
        targets = new int[nodes.size() - 1];
        fails = nodes.stream().mapToInt(node -> node.fail.number).toArray();
        literals = nodes.stream().mapToInt(node -> node.literal).toArray();
        endings = nodes.stream().mapToInt(node -> node.ending.number).toArray();
        nodes.forEach(this::addEdges);
        nodes.subList(0, withRow).forEach(this::fillRow);
    }

    /** @param texts not empty each, and each once; their place is their number */
    static Literals of(List<String> texts) {
        Trie trie = new Trie();
        for (int i = 0; i < texts.size(); i++) {
            trie.add(texts.get(i), i);
        }
        return new Literals(trie.nodes(), trie.letters(), texts.size());
    }

    private void addEdges(Trie.Node node) {
        int edge = firstEdge[node.number];
        for (var next : node.next.entrySet()) {
            edges[edge] = next.getKey();
            targets[edge++] = next.getValue().number;
        }
        firstEdge[node.number + 1] = edge;
    }

    /** A node goes where its fail goes, except along its own edges; the fail has the smaller number. */
    private void fillRow(Trie.Node node) {
        int row = node.number * letters.count();
        System.arraycopy(rows, fails[node.number] * letters.count(), rows, row, letters.count());
        node.next.forEach((c, next) -> rows[row + letters.of(c)] = next.number);
    }

    /** The numbers of the literals that occur. */
    BitSet in(String text) {
        BitSet found = new BitSet(size);
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            node = next(node, text.charAt(i));
            // What is on the way behind a literal found before was found with it.
            for (int at = endings[node]; at != ROOT && !found.get(literals[at]); at = endings[fails[at]]) {
                found.set(literals[at]);
            }
        }
        return found;
    }

    private int next(int from, char c) {
        int node = from;
        while (node >= withRow) {
            int edge = Arrays.binarySearch(edges, firstEdge[node], firstEdge[node + 1], c);
            if (edge >= 0) {
                return targets[edge];
            }
            node = fails[node];
        }
        return rows[node * letters.count() + letters.of(c)];
    }
}
