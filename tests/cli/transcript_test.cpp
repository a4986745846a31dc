// Makes a test of every tests/cli/*.t. PROMPTCTL_ACCEPT=1 rewrites what they expect instead of checking it.

#include "tests/support/transcript.hpp"

#include <cstdlib>
#include <memory>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace fs = std::filesystem;
using namespace promptctl::testing;  // NOLINT: tests read better so.

namespace {

class TranscriptTest : public Catch::ITestInvoker {
 public:
  explicit TranscriptTest(fs::path path) : path_(std::move(path)) {}

  void invoke() const override {
    const TemporaryFolder folder;
    const std::string expected = read_text(path_);
    const std::string actual = TranscriptPlayer(folder.path()).play(expected);
    if (std::getenv("PROMPTCTL_ACCEPT") != nullptr) {
      write_text(path_, actual);
    }
    CHECK(actual == (std::getenv("PROMPTCTL_ACCEPT") != nullptr ? actual : expected));
  }

 private:
  fs::path path_;
};

// The registrations must only have happened.
bool register_transcripts() {
  for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_ROOT) / "tests/cli")) {
    if (entry.path().extension() == ".t") {
      const std::string name = "transcript " + entry.path().stem().string();
      const Catch::AutoReg registration(TestInvoker(new TranscriptTest(entry.path())), CATCH_INTERNAL_LINEINFO, "",
                                        {name, "[transcript]"});
    }
  }
  return true;
}

const bool registered = register_transcripts();

}  // namespace

TEST_CASE("a transcript's words are split as a shell splits them") {
  CHECK(registered);
  CHECK(split_words(R"(promptctl --var 'a b'=c "d \" e" f\ g '')") ==
        std::vector<std::string>{"promptctl", "--var", "a b=c", "d \" e", "f g", ""});
}
