#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace promptctl::testing {

// Plays transcripts: files to lay out, commands to run, and what each prints.
//
//   # a remark
//   -- path/of/a/file          its content follows, to the next "-- " or "$ "
//   $ promptctl lint           run in this process, against the real run(); what it must print follows
//   $ NAME=value promptctl …   with a variable in its environment, for this and all later commands
//   $ cat path                 prints a file
//   $ copy from to             copies a file or folder, `from` relative to the repository
//   $ link target path         makes a symbolic link
//   $ git …                    the real one, in silence; so are ssh-keygen and sh
//   $ clock 2026-01-05T09:00:00Z   what promptctl takes for now, from here on
//   $ mock [script.yaml]       starts the scripted server; its address is in ${MOCK_URL}, and reads so in output
//   $ mock --moved [script.yaml]   the same at another address; the one before reads FORMER_PORT
//
// After standard output comes `[stderr]` with standard error, where there is any, then `[exit N]`.
class TranscriptPlayer {
 public:
  explicit TranscriptPlayer(std::filesystem::path folder);
  ~TranscriptPlayer();
  TranscriptPlayer(const TranscriptPlayer&) = delete;
  TranscriptPlayer& operator=(const TranscriptPlayer&) = delete;

  // What the transcript would say if every expectation in it were right.
  std::string play(const std::string& transcript);

  // What one command line prints.
  std::string run(const std::string& line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// As a shell splits words: white space, 'single' and "double" quotes, backslashes.
std::vector<std::string> split_words(const std::string& line);

}  // namespace promptctl::testing
