// Attacks on the history of a ledger: what was recorded is changed, and all that follows is built on top of it.

#include "tests/unit/ledger/attacked_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

// An attack on the commits that are there.
std::function<std::string(const Scene&)> rewritten(std::function<void(ForgedHistory&)> edit) {
  return [edit](const Scene& scene) {
    ForgedHistory history = scene.history();
    edit(history);
    return history.write();
  };
}

std::vector<Attack> rewrites() {
  return {
      {"an event's reason is edited",
       rewritten([](ForgedHistory& history) { history.change(2, "event.json", "first release", "last release"); }),
       R"(2 view: prompts/1/4/p/environments/staging.json is not what the event makes of it
2 view: prompts/8/e/q/environments/staging.json is not what the event makes of it
2 view: prompts/1/4/p/history/0/0/0.jsonl is not what the event makes of it
2 view: prompts/8/e/q/history/0/0/0.jsonl is not what the event makes of it
3 chain: the event before it is not the one it was recorded after: event 2 was changed, dropped or moved
)"},
      {"an event and all its views are edited", rewritten([](ForgedHistory& history) {
         for (const char* path :
              {"event.json", "prompts/1/4/p/environments/staging.json", "prompts/8/e/q/environments/staging.json",
               "prompts/1/4/p/history/0/0/0.jsonl", "prompts/8/e/q/history/0/0/0.jsonl"}) {
           history.change(2, path, "first release", "last release");
         }
         for (std::size_t seq = 3; seq <= 8; ++seq) {
           for (const char* path : {"prompts/1/4/p/history/0/0/0.jsonl", "prompts/8/e/q/history/0/0/0.jsonl"}) {
             std::string& text = history.files(seq).at(path).content;
             text = replace_all(text, "first release", "last release");
           }
         }
       }),
       R"(3 chain: the event before it is not the one it was recorded after: event 2 was changed, dropped or moved
)"},
      {"an event is written with other white space",
       rewritten([](ForgedHistory& history) { history.change(8, "event.json", "\n  ", "\n    "); }),
       R"(8 event: event.json is not written as promptctl writes it
)"},
      {"a key is written twice", rewritten([](ForgedHistory& history) {
         history.change(8, "event.json", "\"seq\": 8,", "\"seq\": 8,\n  \"seq\": 8,");
       }),
       R"(8 event: event.json: `seq` is written twice
)"},
      {"an event is dropped", rewritten([](ForgedHistory& history) { history.drop(4); }),
       R"(4 chain: this is event 5: 1 event before it is missing
4 chain: the event before it is not the one it was recorded after: event 3 was changed, dropped or moved
4 view: prompts/1/4/p/versions/0/0/1/version.json is not what the event makes of it
4 view: prompts/1/4/p/prompt.json is not what the event makes of it
4 view: prompts/1/4/p/history/0/0/0.jsonl is not what the event makes of it
4 stray: prompts/1/4/p/environments/staging.json was changed, and the event says nothing of it
4 stray: prompts/1/4/p/versions/0/0/2/version.json was changed, and the event says nothing of it
5 chain: this is event 6: 1 event before it is missing
6 chain: this is event 7: 1 event before it is missing
7 chain: this is event 8: 1 event before it is missing
)"},
      {"the last but one event is dropped", rewritten([](ForgedHistory& history) { history.drop(7); }),
       R"(7 chain: this is event 8: 1 event before it is missing
7 chain: the event before it is not the one it was recorded after: event 6 was changed, dropped or moved
7 stray: prompts/8/e/q/history/0/0/0.jsonl was changed, and the event says nothing of it
7 stray: prompts/8/e/q/prompt.json was changed, and the event says nothing of it
7 stray: prompts/8/e/q/versions/0/0/2/version.json was changed, and the event says nothing of it
)"},
      {"events change places", rewritten([](ForgedHistory& history) { history.swap(4, 5); }),
       R"(4 chain: this is event 5: 1 event before it is missing
4 chain: the event before it is not the one it was recorded after: event 3 was changed, dropped or moved
4 view: prompts/1/4/p/versions/0/0/1/version.json is not what the event makes of it
4 view: prompts/1/4/p/prompt.json is not what the event makes of it
4 view: prompts/1/4/p/history/0/0/0.jsonl is not what the event makes of it
4 stray: prompts/1/4/p/environments/staging.json was changed, and the event says nothing of it
4 stray: prompts/1/4/p/versions/0/0/2/version.json was changed, and the event says nothing of it
5 chain: this is event 4: events were repeated or reordered
5 chain: the event before it is not the one it was recorded after: event 4 was changed, dropped or moved
5 rule: staging was at 2, not at 1
6 chain: the event before it is not the one it was recorded after: event 5 was changed, dropped or moved
6 stray: prompts/1/4/p/environments/production.json was changed, and the event says nothing of it
6 stray: prompts/1/4/p/history/0/0/0.jsonl was changed, and the event says nothing of it
6 stray: prompts/1/4/p/prompt.json was changed, and the event says nothing of it
6 stray: prompts/1/4/p/versions/0/0/1/version.json was changed, and the event says nothing of it
)"},
      {"an event is repeated", rewritten([](ForgedHistory& history) { history.repeat(8); }),
       R"(9 chain: this is event 8: events were repeated or reordered
9 chain: the event before it is not the one it was recorded after: event 8 was changed, dropped or moved
9 rule: production was at 2, not at 1
)"},
      {"the front is cut off", rewritten([](ForgedHistory& history) { history.cut_front(3); }),
       R"(1 chain: this is event 3: 2 events before it are missing
1 chain: the first commit follows another event: the chain was cut off before it
1 rule: p@2 has a forged number: the next is 1
2 chain: this is event 4: 2 events before it are missing
3 chain: this is event 5: 2 events before it are missing
4 chain: this is event 6: 2 events before it are missing
5 chain: this is event 7: 2 events before it are missing
6 chain: this is event 8: 2 events before it are missing
)"},
      {"a version's bytes are swapped", rewritten([](ForgedHistory& history) {
         history.put(3, "prompts/1/4/p/versions/0/0/2/bundle/prompt.prompt", {"Worse.\n"});
       }),
       R"(3 bundle: the content of p@2 is not what was registered
)"},
      {"a version's bytes are swapped later", rewritten([](ForgedHistory& history) {
         history.put(5, "prompts/1/4/p/versions/0/0/2/bundle/prompt.prompt", {"Worse.\n"});
       }),
       R"(5 stray: prompts/1/4/p/versions/0/0/2/bundle/prompt.prompt was changed, and the event says nothing of it
)"},
      {"an empty partial is removed", rewritten([](ForgedHistory& history) {
         history.remove(6, "prompts/8/e/q/versions/0/0/2/bundle/partials/tone.prompt");
       }),
       R"(6 bundle: prompts/8/e/q/versions/0/0/2/bundle/partials/tone.prompt is missing
)"},
      {"an environment is moved without an event", rewritten([](ForgedHistory& history) {
         history.change(5, "prompts/1/4/p/environments/staging.json", "\"version\": 2", "\"version\": 1");
       }),
       R"(5 stray: prompts/1/4/p/environments/staging.json was changed, and the event says nothing of it
)"},
      {"a version's label is edited", rewritten([](ForgedHistory& history) {
         history.change(3, "prompts/1/4/p/versions/0/0/2/version.json", "friendlier", "worse");
       }),
       R"(3 view: prompts/1/4/p/versions/0/0/2/version.json is not what the event makes of it
4 view: prompts/1/4/p/versions/0/0/2/version.json is not what the event makes of it
)"},
      {"a version's record can't be read",
       rewritten([](ForgedHistory& history) { history.put(5, "prompts/1/4/p/versions/0/0/2/version.json", {"{"}); }),
       R"(5 stray: prompts/1/4/p/versions/0/0/2/version.json was changed, and the event says nothing of it
8 view: prompts/1/4/p/versions/0/0/2/version.json: the ledger can't be read: unexpected end of input; expected string literal
)"},
      {"a yank is taken back", rewritten([](ForgedHistory& history) {
         history.files(8)["prompts/8/e/q/versions/0/0/2/version.json"] =
             history.files(6)["prompts/8/e/q/versions/0/0/2/version.json"];
       }),
       R"(8 stray: prompts/8/e/q/versions/0/0/2/version.json was changed, and the event says nothing of it
)"},
      {"a history loses a line", rewritten([](ForgedHistory& history) {
         std::string& text = history.files(8).at("prompts/1/4/p/history/0/0/0.jsonl").content;
         text.erase(0, text.find('\n') + 1);
       }),
       R"(8 view: prompts/1/4/p/history/0/0/0.jsonl is not what the event makes of it
)"},
      {"a file is added",
       rewritten([](ForgedHistory& history) { history.put(6, "prompts/1/4/p/versions/0/0/9/version.json", {"{}"}); }),
       R"(6 stray: prompts/1/4/p/versions/0/0/9/version.json was changed, and the event says nothing of it
)"},
      {"a prompt is deleted",
       rewritten([](ForgedHistory& history) { history.remove(8, "prompts/8/e/q/history/0/0/0.jsonl"); }),
       R"(8 stray: prompts/8/e/q/history/0/0/0.jsonl was changed, and the event says nothing of it
)"},
      {"the format is changed",
       rewritten([](ForgedHistory& history) { history.put(1, "FORMAT", {"promptctl-ledger 2\n"}); }),
       R"(1 format: FORMAT is not what the event makes of it
)"},
      {"the format is changed later",
       rewritten([](ForgedHistory& history) { history.put(8, "FORMAT", {"promptctl-ledger 2\n"}); }),
       R"(8 stray: FORMAT was changed, and the event says nothing of it
)"},
      {"a view becomes executable", rewritten([](ForgedHistory& history) {
         history.files(8).at("prompts/1/4/p/history/0/0/0.jsonl").mode = "100755";
       }),
       R"(8 view: prompts/1/4/p/history/0/0/0.jsonl is missing
)"},
      {"another file becomes executable", rewritten([](ForgedHistory& history) {
         history.files(8).at("prompts/1/4/p/versions/0/0/1/bundle/prompt.prompt").mode = "100755";
       }),
       R"(8 stray: prompts/1/4/p/versions/0/0/1/bundle/prompt.prompt was changed, and the event says nothing of it
)"},
      {"an event becomes executable",
       rewritten([](ForgedHistory& history) { history.files(8).at("event.json").mode = "100755"; }),
       R"(8 event: the commit records no event
)"},
      {"a version's file becomes a symbolic link", rewritten([](ForgedHistory& history) {
         history.put(6, "prompts/8/e/q/versions/0/0/2/bundle/prompt.prompt", {"../../../../x", "120000"});
       }),
       R"(6 bundle: prompts/8/e/q/versions/0/0/2/bundle/prompt.prompt is missing
)"},
      {"an empty file becomes a symbolic link", rewritten([](ForgedHistory& history) {
         history.put(6, "prompts/8/e/q/versions/0/0/2/bundle/partials/tone.prompt", {"x", "120000"});
       }),
       R"(6 bundle: prompts/8/e/q/versions/0/0/2/bundle/partials/tone.prompt is missing
)"},
      {"an empty file becomes a submodule", rewritten([](ForgedHistory& history) {
         history.put(6, "prompts/8/e/q/versions/0/0/2/bundle/partials/tone.prompt", {std::string(40, 'c'), "160000"});
       }),
       R"(6 bundle: prompts/8/e/q/versions/0/0/2/bundle/partials/tone.prompt is missing
)"},
      {"the history of an event is another branch's too",
       [](const Scene& scene) {
         ForgedHistory history = scene.history();
         history.merge(8, git_output(scene.git, {"rev-parse", "main"}));
         return history.write();
       },
       R"(8 chain: the commit is a merge; the ledger is one line of events
)"},
      {"the branch is another one", [](const Scene& scene) { return git_output(scene.git, {"rev-parse", "main"}); },
       R"(1 event: the commit records no event
2 event: the commit records no event
3 event: the commit records no event
)"},
  };
}

}  // namespace

TEST_CASE("what was recorded can't be changed unseen", "[ledger]") {
  check_attacks(Scene(), rewrites());
}

TEST_CASE("a branch that was cut off is seen by whoever knew more, and changes nothing for them", "[ledger]") {
  const Scene scene;
  ForgedHistory history = scene.history();
  history.cut_back(5);
  const std::string cut = history.write();
  CHECK(faults_text(verify_ledger(scene.ledger(), {cut, "", reading_time})).empty());
  CHECK(
      faults_text(verify_ledger(scene.ledger(), {cut, scene.tip, reading_time})) ==
      fmt::format("5 descent: the ledger does not descend from {}: the branch was replaced or cut short\n", scene.tip));
  CHECK(refresh_text(scene, cut) == "0 new");
  CHECK(scene.ledger().tip() == scene.tip);
}

// Whoever rewrites everything, from an event on, makes another ledger that is as good as this one by itself.
TEST_CASE("a ledger that was written anew is told from the one that was seen only by its descent", "[ledger]") {
  const Scene scene;
  for (const long long from : {1, 7}) {
    const std::string anew = scene.record_anew(from);
    CHECK(faults_text(verify_ledger(scene.ledger(), {anew, "", reading_time})).empty());
    CHECK(faults_text(verify_ledger(scene.ledger(), {anew, scene.tip, reading_time})) ==
          fmt::format("8 descent: the ledger does not descend from {}: the branch was replaced or cut short\n",
                      scene.tip));
    CHECK(refresh_text(scene, anew) ==
          fmt::format("error[ledger-replaced]: the ledger on  ({}) does not descend from the one last seen ({})\n"
                      "  hint: nothing was changed here; find out who rewrote the branch, and see docs/ledger.md\n",
                      anew.substr(0, 12), scene.tip.substr(0, 12)));
    CHECK(scene.ledger().tip() == scene.tip);
  }
}
