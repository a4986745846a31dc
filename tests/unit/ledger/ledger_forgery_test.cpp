// Attacks on top of a ledger: the next event, as somebody would write it who keeps no rule.

#include "prompt/bundle_manifest.hpp"
#include "tests/unit/ledger/attacked_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

RegisteredVersion version_of(const VersionName& name, const std::string& text) {
  const BundleManifest manifest = manifest_of({text, {}});
  return {
      name, bundle_digest(manifest), std::string(64, 'a'), manifest, std::string(40, 'b'), "p.prompt", "Mallory <m>",
      ""};
}

std::string register_forged(const Scene& scene, const VersionName& name, const std::string& text) {
  LedgerEvent event;
  event.registered.push_back(version_of(name, text));
  return scene.append(event, bundle_files(name, {text, {}}));
}

LedgerEvent move_event(EventType type, const std::string& environment, const Move& move) {
  LedgerEvent event;
  event.type = type;
  event.reason = "because";
  event.environment = environment;
  event.moves.push_back(move);
  return event;
}

LedgerEvent mark_event(EventType type, const std::vector<VersionName>& names) {
  LedgerEvent event;
  event.type = type;
  event.reason = "because";
  (type == EventType::restore ? event.restored : event.yanked) = names;
  return event;
}

// An event more, on top of the ledger as everyone knows it.
std::vector<Attack> additions() {
  using Type = EventType;
  return {
      {"a version skips numbers", [](const Scene& scene) { return register_forged(scene, {"p", 7}, "Seven.\n"); },
       R"(9 rule: p@7 has a forged number: the next is 3
)"},
      {"a version has a number that is taken",
       [](const Scene& scene) { return register_forged(scene, {"p", 1}, "Seven.\n"); },
       R"(9 rule: p@1 has a forged number: the next is 3
)"},
      {"a digest gets a second number", [](const Scene& scene) { return register_forged(scene, {"p", 3}, "One.\n"); },
       R"(9 rule: p@3 has the content of p@1, which can't have two numbers
)"},
      {"a digest gets two numbers at once",
       [](const Scene& scene) {
         LedgerEvent event;
         event.registered = {version_of({"p", 3}, "Three.\n"), version_of({"p", 4}, "Three.\n")};
         std::vector<LedgerFile> files = bundle_files({"p", 3}, {"Three.\n", {}});
         files.push_back(bundle_files({"p", 4}, {"Three.\n", {}}).front());
         return scene.append(event, files);
       },
       R"(9 rule: p@4 has a forged number: the next is 3
9 rule: `p` is registered twice in one event
)"},
      {"a version has another's bytes",
       [](const Scene& scene) {
         LedgerEvent event;
         event.registered.push_back(version_of({"p", 3}, "Three.\n"));
         return scene.append(event, bundle_files({"p", 3}, {"Four.\n", {}}));
       },
       R"(9 bundle: the content of p@3 is not what was registered
)"},
      {"a version has no bytes",
       [](const Scene& scene) {
         LedgerEvent event;
         event.registered.push_back(version_of({"p", 3}, ""));
         return scene.append(event);
       },
       R"(9 bundle: prompts/1/4/p/versions/0/0/3/bundle/prompt.prompt is missing
)"},
      {"a prompt is named as a version's file",
       [](const Scene& scene) { return register_forged(scene, {"p/x.json", 1}, "X.\n"); },
       R"(9 rule: `p/x.json` is no name of a prompt
)"},
      {"a promotion lies about what was live",
       [](const Scene& scene) {
         return scene.append(move_event(Type::promotion, "staging", {{"p", 1}, scene.digest({"p", 1}), 1}));
       },
       R"(9 rule: staging was at 2, not at 1
)"},
      {"a promotion takes what is yanked",
       [](const Scene& scene) {
         return scene.append(move_event(Type::promotion, "staging", {{"q", 2}, scene.digest({"q", 2}), 1}));
       },
       R"(9 rule: q@2 is yanked
)"},
      {"a promotion takes what is not there",
       [](const Scene& scene) {
         return scene.append(move_event(Type::promotion, "staging", {{"p", 9}, scene.digest({"p", 1}), 2}));
       },
       R"(9 rule: p@9 is not registered
)"},
      {"a promotion has another's digest",
       [](const Scene& scene) {
         return scene.append(move_event(Type::promotion, "staging", {{"p", 1}, scene.digest({"p", 2}), 2}));
       },
       R"(9 rule: p@1 has another digest than the move says
)"},
      {"a rollback goes where the prompt never was",
       [](const Scene& scene) {
         return scene.append(move_event(Type::rollback, "production", {{"q", 1}, scene.digest({"q", 1}), {}}));
       },
       R"(9 rule: q@1 was never live in production
)"},
      {"an override gives no reason",
       [](const Scene& scene) {
         LedgerEvent event = move_event(Type::overriding, "staging", {{"p", 1}, scene.digest({"p", 1}), 2});
         event.reason.clear();
         event.objections.push_back("soak: too short");
         return scene.append(event);
       },
       R"(9 rule: an event `override` needs a reason
)"},
      {"an override gives a reason that nobody can see",
       [](const Scene& scene) {
         LedgerEvent event = move_event(Type::overriding, "staging", {{"p", 1}, scene.digest({"p", 1}), 2});
         event.reason = " \u200b\t";
         event.objections.push_back("soak: too short");
         return scene.append(event);
       },
       R"(9 rule: an event `override` needs a reason
)"},
      {"a rollback names other marks than the stay that it goes back to",
       [](const Scene& scene) {
         LedgerEvent event = move_event(Type::rollback, "production", {{"p", 1}, scene.digest({"p", 1}), 2});
         event.objections.push_back("soak: too short");
         return scene.append(event);
       },
       R"(9 rule: the rollback does not name what p@1 went live past
)"},
      {"an event comes from the future",
       [](const Scene& scene) {
         LedgerEvent event = mark_event(Type::yank, {{"p", 1}});
         event.at = reading_time + std::chrono::seconds(301);
         return scene.append(event);
       },
       R"(9 time: Mallory <m@example.org> dates it 2026-01-02T03:09:06Z, and the clock here says 2026-01-02T03:04:05Z
)"},
      {"a promotion goes past a condition",
       [](const Scene& scene) {
         LedgerEvent event = move_event(Type::promotion, "staging", {{"p", 1}, scene.digest({"p", 1}), 2});
         event.objections.push_back("soak: too short");
         return scene.append(event);
       },
       R"(9 rule: an event `promote` can't have these parts
)"},
      {"an override says not what it goes past",
       [](const Scene& scene) {
         return scene.append(move_event(Type::overriding, "staging", {{"p", 1}, scene.digest({"p", 1}), 2}));
       },
       R"(9 rule: an event `override` can't have these parts
)"},
      {"a rollback yanks what it goes to",
       [](const Scene& scene) {
         LedgerEvent event = move_event(Type::rollback, "staging", {{"p", 1}, scene.digest({"p", 1}), 2});
         event.yanked.push_back({"p", 1});
         return scene.append(event);
       },
       R"(9 rule: p@1 is named twice in one event
)"},
      {"a promotion yanks",
       [](const Scene& scene) {
         LedgerEvent event = move_event(Type::promotion, "staging", {{"p", 1}, scene.digest({"p", 1}), 2});
         event.yanked.push_back({"p", 2});
         return scene.append(event);
       },
       R"(9 rule: an event `promote` can't have these parts
)"},
      {"a version is yanked twice at once",
       [](const Scene& scene) { return scene.append(mark_event(Type::yank, {{"p", 1}, {"p", 1}})); },
       R"(9 rule: p@1 is named twice in one event
)"},
      {"what is yanked is yanked again",
       [](const Scene& scene) { return scene.append(mark_event(Type::yank, {{"q", 2}})); },
       R"(9 rule: q@2 is already yanked
)"},
      {"what is not yanked is restored",
       [](const Scene& scene) { return scene.append(mark_event(Type::restore, {{"q", 1}})); },
       R"(9 rule: q@1 is not yanked
)"},
      {"a registration names an environment",
       [](const Scene& scene) {
         LedgerEvent event;
         event.environment = "no.name";
         event.registered.push_back(version_of({"p", 3}, "Three.\n"));
         return scene.append(event, bundle_files({"p", 3}, {"Three.\n", {}}));
       },
       R"(9 rule: `no.name` is no name of an environment
)"},
      {"an event skips a number",
       [](const Scene& scene) {
         LedgerEvent event = mark_event(Type::yank, {{"p", 1}});
         event.seq = 10;
         return scene.append(event);
       },
       R"(9 chain: this is event 10: 1 event before it is missing
)"},
      {"an event takes a number that is past",
       [](const Scene& scene) {
         LedgerEvent event = mark_event(Type::yank, {{"p", 1}});
         event.seq = 3;
         return scene.append(event);
       },
       R"(9 chain: this is event 3: events were repeated or reordered
)"},
      {"an event follows another",
       [](const Scene& scene) {
         LedgerEvent event = mark_event(Type::yank, {{"p", 1}});
         event.previous = std::string(64, 'd');
         return scene.append(event);
       },
       R"(9 chain: the event before it is not the one it was recorded after: event 8 was changed, dropped or moved
)"},
      {"a commit records no event",
       [](const Scene& scene) {
         ForgedHistory history = scene.history();
         history.repeat(8);
         history.files(9).erase("event.json");
         return history.write();
       },
       R"(9 event: the commit records no event
)"},
      {"a commit records nothing that can be read",
       [](const Scene& scene) {
         ForgedHistory history = scene.history();
         history.repeat(8);
         history.files(9)["event.json"].content = "{}";
         return history.write();
       },
       R"(9 event: event.json: `format` is missing
)"},
      {"a commit moves an environment and repeats the event",
       [](const Scene& scene) {
         ForgedHistory history = scene.history();
         history.repeat(8);
         history.change(9, "prompts/1/4/p/environments/staging.json", "\"version\": 2", "\"version\": 1");
         return history.write();
       },
       R"(9 chain: this is event 8: events were repeated or reordered
9 chain: the event before it is not the one it was recorded after: event 8 was changed, dropped or moved
9 rule: production was at 2, not at 1
)"},
      {"a folder is added that is empty",
       [](const Scene& scene) {
         return scene.append_entry("prompts", "040000 tree " + git_output(scene.git, {"mktree"}) + "\tpreview");
       },
       R"(9 stray: prompts/preview/ was changed, and the event says nothing of it
)"},
      {"a submodule is added",
       [](const Scene& scene) {
         return scene.append_entry("prompts", "160000 commit " + std::string(40, 'c') + "\tpreview");
       },
       R"(9 stray: prompts/preview was changed, and the event says nothing of it
)"},
      {"a name is there twice",
       [](const Scene& scene) { return scene.append_entry("", "100644 blob " + scene.blob("{}") + "\tevent.json"); },
       R"(9 view: event.json: git would not write this name here
)"},
      {"a file is there as a folder too",
       [](const Scene& scene) {
         return scene.append_entry("", "040000 tree " + git_output(scene.git, {"mktree"}) + "\tevent.json");
       },
       R"(9 stray: event.json/ was changed, and the event says nothing of it
)"},
      {"a file has a mode of old",
       [](const Scene& scene) {
         return scene.append_entry("prompts", "100664 blob " + scene.blob("{}") + "\tpreview");
       },
       R"(9 stray: prompts/preview was changed, and the event says nothing of it
)"},
  };
}

}  // namespace

TEST_CASE("no event is taken that breaks a rule or does more than it says", "[ledger]") {
  check_attacks(Scene(), additions());
}

TEST_CASE("an event that keeps the rules is taken, whoever wrote it", "[ledger]") {
  const Scene scene;
  const std::string tip = scene.append_valid();
  CHECK(faults_text(verify_ledger(scene.ledger(), {tip, "", reading_time})).empty());
  CHECK(refresh_text(scene, tip) == "1 new");
  CHECK(scene.ledger().tip() == tip);
}
