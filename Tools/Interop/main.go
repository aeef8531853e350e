// Checks what a book hands out with the Go team's own packages for signed notes and transparency logs, and makes a log
// with them whose receipt the product must accept.
//
//	go run main.go check FOLDER   key.txt, *.checkpoint, *.tlog-proof, *.proof, tiles/
//	go run main.go make FOLDER    foreign.key, foreign.checkpoint, foreign.tlog-proof
//
// Needs Debian's golang-golang-x-mod-dev.
package main

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

type checkpoint struct {
	size int64
	root tlog.Hash
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: main.go check|make FOLDER")
	}
	switch folder := os.Args[2]; os.Args[1] {
	case "check":
		check(folder)
	case "make":
		produce(folder)
	default:
		log.Fatalf("%s: check or make", os.Args[1])
	}
}

func check(folder string) {
	key := strings.TrimSpace(read(folder, "key.txt"))
	verifier, err := note.NewVerifier(key)
	must(err, "key.txt")
	verifiers := note.VerifierList(verifier)

	checkpoints := map[int64]checkpoint{}
	for _, path := range named(folder, "*.checkpoint") {
		one := open(path, read("", path), verifiers)
		checkpoints[one.size] = one
	}
	receipts := named(folder, "*.tlog-proof")
	for _, path := range receipts {
		checkReceipt(path, verifiers)
	}
	proofs := named(folder, "*.proof")
	for _, path := range proofs {
		checkGrowth(path, checkpoints, verifiers)
	}
	tiled := checkTiles(filepath.Join(folder, "tiles"), verifiers)
	fmt.Printf("Go's note and tlog agree: %d checkpoints, %d receipts, %d consistency proofs, tiles of %d entries\n",
		len(checkpoints), len(receipts), len(proofs), tiled)
}

// checkReceipt checks a tlog-proof file that carries its entry.
func checkReceipt(path string, verifiers note.Verifiers) {
	head, text := halves(path)
	fields, hashes := proofLines(path, head)
	signed := open(path, text, verifiers)
	index, err := strconv.ParseInt(fields["index"], 10, 64)
	must(err, path)
	entry, err := base64.StdEncoding.DecodeString(fields["extra"])
	must(err, path)
	must(tlog.CheckRecord(hashes, signed.size, signed.root, index, tlog.RecordHash(entry)), path)
}

func checkGrowth(path string, checkpoints map[int64]checkpoint, verifiers note.Verifiers) {
	head, text := halves(path)
	fields, hashes := proofLines(path, head)
	signed := open(path, text, verifiers)
	size, err := strconv.ParseInt(fields["old"], 10, 64)
	must(err, path)
	old, held := checkpoints[size]
	if !held {
		log.Fatalf("%s: no checkpoint of %d entries beside it", path, size)
	}
	must(tlog.CheckTree(hashes, signed.size, signed.root, old.size, old.root), path)
}

// tiles reads the files of a tiled log as Go's tlog wants them.
type tiles struct{ folder string }

func (tiles) Height() int                     { return tileHeight }
func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range wanted {
		// C2SP leaves out the height, which Go writes: tile/8/0/000.
		name := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight), "tile/", 1)
		content, err := os.ReadFile(filepath.Join(t.folder, name))
		if err != nil {
			return nil, err
		}
		data = append(data, content)
	}
	return data, nil
}

// checkTiles proves every entry in the bundles against the signed root through the hash tiles.
func checkTiles(folder string, verifiers note.Verifiers) int64 {
	signed := open(folder, read(folder, "checkpoint"), verifiers)
	// This reader checks every tile it is given against the root.
	hashes := tlog.TileHashReader(tlog.Tree{N: signed.size, Hash: signed.root}, tiles{folder})
	for start := int64(0); start < signed.size; start += 1 << tileHeight {
		width := signed.size - start
		if width > 1<<tileHeight {
			width = 1 << tileHeight
		}
		tile := tlog.Tile{H: tileHeight, L: 0, N: start >> tileHeight, W: int(width)}
		name := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/0/", tileHeight), "tile/entries/", 1)
		bundle := []byte(read(folder, name))
		for index := start; index < start+width; index++ {
			length := binary.BigEndian.Uint16(bundle)
			proof, err := tlog.ProveRecord(signed.size, index, hashes)
			must(err, name)
			must(tlog.CheckRecord(proof, signed.size, signed.root, index, tlog.RecordHash(bundle[2:2+length])), name)
			bundle = bundle[2+length:]
		}
		if len(bundle) != 0 {
			log.Fatalf("%s: %d bytes too many", name, len(bundle))
		}
	}
	return signed.size
}

// storage holds a tree's hashes as Go's tlog stores them.
type storage []tlog.Hash

func (s storage) ReadHashes(indexes []int64) (hashes []tlog.Hash, err error) {
	for _, index := range indexes {
		hashes = append(hashes, s[index])
	}
	return hashes, nil
}

// produce makes a log of 1,000 records with Go's packages, its checkpoint, and the proof of one of them.
func produce(folder string) {
	const size, index = 1000, 413
	entry := func(i int64) []byte { return []byte(fmt.Sprintf("record %d 记录", i)) }
	var stored storage
	for i := int64(0); i < size; i++ {
		hashes, err := tlog.StoredHashes(i, entry(i), stored)
		must(err, "storing")
		stored = append(stored, hashes...)
	}
	root, err := tlog.TreeHash(size, stored)
	must(err, "root")
	secret, public, err := note.GenerateKey(rand.Reader, "example.com/foreign")
	must(err, "key")
	signer, err := note.NewSigner(secret)
	must(err, "key")
	text := fmt.Sprintf("example.com/foreign\n%d\n%s\n", size, root)
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err, "signing")
	path, err := tlog.ProveRecord(size, index, stored)
	must(err, "proof")
	proof := fmt.Sprintf("c2sp.org/tlog-proof@v1\nextra %s\nindex %d\n", base64.StdEncoding.EncodeToString(entry(index)), index)
	for _, hash := range path {
		proof += hash.String() + "\n"
	}
	write(folder, "foreign.key", public+"\n")
	write(folder, "foreign.checkpoint", string(signed))
	write(folder, "foreign.tlog-proof", proof+"\n"+string(signed))
}

// open checks the signature of a checkpoint and reads its size and root.
func open(name, text string, verifiers note.Verifiers) checkpoint {
	opened, err := note.Open([]byte(text), verifiers)
	must(err, name)
	tree := strings.Split(opened.Text, "\n")
	if len(tree) < 4 {
		log.Fatalf("%s: no checkpoint", name)
	}
	size, err := strconv.ParseInt(tree[1], 10, 64)
	must(err, name)
	root, err := tlog.ParseHash(tree[2])
	must(err, name)
	return checkpoint{size, root}
}

// halves gives what stands before a proof's checkpoint, and the checkpoint.
func halves(path string) (head, checkpoint string) {
	head, checkpoint, found := strings.Cut(read("", path), "\n\n")
	if !found {
		log.Fatalf("%s: no checkpoint in it", path)
	}
	return head, checkpoint
}

// proofLines gives a proof's fields by name, and its hashes.
func proofLines(path, head string) (fields map[string]string, hashes []tlog.Hash) {
	fields = map[string]string{}
	for _, line := range strings.Split(head, "\n") {
		if name, value, isField := strings.Cut(line, " "); isField {
			fields[name] = value
		} else if !strings.HasPrefix(line, "c2sp.org/") {
			hash, err := tlog.ParseHash(line)
			must(err, path)
			hashes = append(hashes, hash)
		}
	}
	return fields, hashes
}

func named(folder, pattern string) []string {
	paths, err := filepath.Glob(filepath.Join(folder, pattern))
	must(err, pattern)
	if len(paths) == 0 {
		log.Fatalf("%s: no %s", folder, pattern)
	}
	sort.Strings(paths)
	return paths
}

func read(folder, name string) string {
	content, err := os.ReadFile(filepath.Join(folder, name))
	must(err, name)
	return string(content)
}

func write(folder, name, content string) {
	must(os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644), name)
}

func must(err error, what string) {
	if err != nil {
		log.Fatalf("%s: %v", what, err)
	}
}
