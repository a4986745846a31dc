#include "tests/support/transcript.hpp"

#include <fmt/format.h>

#include <cctype>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/line/session.hpp"
#include "mock/mock_script_file.hpp"
#include "tests/support/fixed_clock.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/server/mock_server.hpp"

namespace promptctl::testing {

namespace fs = std::filesystem;

struct TranscriptPlayer::State {
  fs::path folder;
  // Of whoever writes to the ledger; no configuration of this machine's.
  std::map<std::string, std::string> environment{{"PATH", "/usr/bin:/bin"},
                                                 {"GIT_CONFIG_GLOBAL", "/dev/null"},
                                                 {"GIT_CONFIG_SYSTEM", "/dev/null"},
                                                 {"GIT_AUTHOR_NAME", "Mia Kern"},
                                                 {"GIT_AUTHOR_EMAIL", "mia@larchpine.example"},
                                                 {"GIT_COMMITTER_NAME", "Mia Kern"},
                                                 {"GIT_COMMITTER_EMAIL", "mia@larchpine.example"}};
  FixedClock clock;
  std::unique_ptr<MockServer> server;
  std::string mock_url;
  int mock_port = 0;
  std::string former_port;  // of the mock before it moved

  void start_mock(const std::vector<std::string>& words);
  std::string promptctl(const std::vector<std::string>& words);
  std::string program(const std::vector<std::string>& words) const;
};

namespace {

// The words of a text, each a key by its name, or characters.
class ScriptedKeys : public Keys {
 public:
  explicit ScriptedKeys(const std::string& text) : words_(text) {}

  Key next() override {
    if (rest_.empty() && !(words_ >> rest_)) {
      return {Key::Kind::end};
    }
    const std::map<std::string, Key::Kind> named{
        {"ENTER", Key::Kind::enter}, {"ESC", Key::Kind::escape}, {"BACK", Key::Kind::backspace}};
    if (const auto key = named.find(rest_); key != named.end()) {
      rest_.clear();
      return {key->second};
    }
    const std::string text = rest_.substr(0, 1);
    rest_.erase(0, 1);
    return {Key::Kind::character, text == "_" ? " " : text};
  }

 private:
  std::istringstream words_;
  std::string rest_;
};

// A port's digits may stand in a digest by chance: there they are part of a longer word.
std::string replace_word(std::string_view text, std::string_view word, std::string_view by) {
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  std::string replaced;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = text.substr(at).starts_with(word) && (at == 0 || !is_letter(text[at - 1]));
    const std::size_t end = at + word.size();
    const bool is_word = begins && (end == text.size() || !is_letter(text[end]));
    replaced += is_word ? by : text.substr(at, 1);
    at = is_word ? end : at + 1;
  }
  return replaced;
}

bool is_assignment(const std::string& word) {
  const std::size_t equals = word.find('=');
  return equals != std::string::npos && equals > 0 &&
         word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == equals;
}

bool starts_file(const std::string& line) {
  return line.rfind("-- ", 0) == 0;
}

bool starts_command(const std::string& line) {
  return line.rfind("$ ", 0) == 0;
}

}  // namespace

std::vector<std::string> split_words(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (quote == 0 && (c == ' ' || c == '\t')) {
      if (in_word) {
        words.push_back(std::exchange(word, {}));
      }
      in_word = false;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
      in_word = true;
    } else if (c == quote) {
      quote = 0;
    } else {
      at += c == '\\' && quote != '\'' && at + 1 < line.size() ? 1 : 0;
      word += line[at];
      in_word = true;
    }
  }
  if (in_word) {
    words.push_back(word);
  }
  return words;
}

void TranscriptPlayer::State::start_mock(const std::vector<std::string>& words) {
  Diagnostics diagnostics;
  std::optional<MockScript> script = echo_script();
  const bool moves = words.size() > 1 && words[1] == "--moved";
  if (words.size() > (moves ? 2 : 1)) {
    const std::string& path = words.back();
    script = read_mock_script(std::make_shared<const Source>(path, read_text(folder / path)), diagnostics);
  }
  auto answers = script ? MockAnswers::make(std::move(*script), diagnostics) : std::nullopt;
  if (!answers) {
    throw std::runtime_error("bad mock script: " + describe(diagnostics.all().front()));
  }
  auto before = std::exchange(server, std::make_unique<MockServer>(std::move(*answers), nullptr));
  if (moves) {
    former_port = fmt::format("{}", mock_port);  // Still served, so that the new one is another.
  } else {
    before.reset();
  }
  mock_port = server->start(moves ? 0 : mock_port);
  mock_url = fmt::format("http://127.0.0.1:{}/v1", mock_port);
  environment["MOCK_URL"] = mock_url;
}

std::string TranscriptPlayer::State::promptctl(const std::vector<std::string>& words) {
  const NoInterruption interruption;
  std::ostringstream out;
  std::ostringstream err;
  cli::Session session{out, err, folder, environment, clock, interruption};
  session.seed = 1;
  ScriptedKeys keys(environment["KEYS"]);
  session.keys = environment["KEYS"].empty() ? nullptr : &keys;
  const int code = static_cast<int>(cli::run({words.begin() + 1, words.end()}, session));
  std::string printed = out.str();
  if (!err.str().empty()) {
    printed += "[stderr]\n" + err.str();
  }
  if (!mock_url.empty()) {
    const std::string address = mock_url.substr(7, mock_url.find("/v1") - 7);
    printed = replace_word(replace_all(printed, mock_url, "${MOCK_URL}"), address.substr(10), "PORT");
  }
  if (!former_port.empty()) {
    printed = replace_word(printed, former_port, "FORMER_PORT");
  }
  return printed + "[exit " + std::to_string(code) + "]\n";
}

std::string TranscriptPlayer::State::program(const std::vector<std::string>& words) const {
  std::string line = fmt::format(
      "cd '{}' && GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=A "
      "GIT_AUTHOR_EMAIL=a@b.example "
      "GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@b.example GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' "
      "GIT_COMMITTER_DATE='2026-01-01T00:00:00Z'",
      folder.string());
  for (const std::string& word : words) {
    line += " '" + replace_all(word, "'", "'\\''") + "'";
  }
  const int status = std::system((line + " >/dev/null 2>&1").c_str());
  return status == 0 ? std::string() : words.front() + " failed\n";
}

TranscriptPlayer::TranscriptPlayer(fs::path folder) : state_(std::make_unique<State>()) {
  state_->folder = std::move(folder);
}

TranscriptPlayer::~TranscriptPlayer() = default;

std::string TranscriptPlayer::run(const std::string& line) {
  std::vector<std::string> words = split_words(line);
  while (!words.empty() && is_assignment(words.front())) {
    const std::size_t equals = words.front().find('=');
    state_->environment[words.front().substr(0, equals)] = words.front().substr(equals + 1);
    words.erase(words.begin());
  }
  if (words.empty() || words.front() == "promptctl") {
    return words.empty() ? std::string() : state_->promptctl(words);
  }
  if (words.front() == "cat") {
    return read_text(state_->folder / words.at(1));
  }
  if (words.front() == "copy") {
    fs::create_directories((state_->folder / words.at(2)).parent_path());
    fs::copy(fs::path(SOURCE_ROOT) / words.at(1), state_->folder / words.at(2), fs::copy_options::recursive);
    return {};
  }
  if (words.front() == "link") {
    fs::create_directories((state_->folder / words.at(2)).parent_path());
    fs::create_symlink(words.at(1), state_->folder / words.at(2));
    return {};
  }
  if (words.front() == "mock") {
    state_->start_mock(words);
    return {};
  }
  if (words.front() == "clock") {
    state_->clock = FixedClock(parse_utc(words.at(1)).value());
    return {};
  }
  if (words.front() == "git" || words.front() == "ssh-keygen" || words.front() == "sh") {
    return state_->program(words);
  }
  throw std::runtime_error("a transcript can't run `" + line + "`");
}

std::string TranscriptPlayer::play(const std::string& transcript) {
  enum class Part { remarks, file, output };
  std::istringstream lines(transcript);
  std::string played;
  std::string content;
  fs::path file;
  Part part = Part::remarks;
  for (std::string line; std::getline(lines, line);) {
    if (part == Part::file && (starts_file(line) || starts_command(line))) {
      write_text(file, std::exchange(content, {}));
      part = Part::remarks;
    }
    if (part == Part::file) {
      content += line + "\n";
    } else if (starts_file(line)) {
      file = state_->folder / line.substr(3);
      part = Part::file;
    } else if (starts_command(line)) {
      played += line + "\n" + run(line.substr(2));
      part = Part::output;
      continue;
    } else if (part == Part::output && line.rfind("# ", 0) != 0) {
      continue;
    } else {
      part = Part::remarks;
    }
    played += line + "\n";
  }
  return played;
}

}  // namespace promptctl::testing
