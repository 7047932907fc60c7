namespace Cairn.Tool.Output.Drills.Pages;

/// <summary>How the page looks: on a wide screen, on a phone, in the dark and on paper.</summary>
internal static class PageStyle
{
    public const string Text = """
        :root { --ink:#1d2430; --soft:#5b6472; --line:#d9dee6; --paper:#fff; --tint:#f5f7fa; --good:#136c3a; --bad:#a8201a; --warn:#8a5a00; --up:#2f6fb3; --down:#8a4fa3; --ins:#dcf3e3; --del:#fbe0de; }
        @media (prefers-color-scheme: dark) { :root { --ink:#e4e8ee; --soft:#9aa4b2; --line:#364050; --paper:#151a21; --tint:#1d242e; --good:#5cc98a; --bad:#ff8a80; --warn:#e6b450; --up:#6aa9ea; --down:#c08ad6; --ins:#173d27; --del:#4a2022; } }
        * { box-sizing:border-box }
        body { margin:0 auto; max-width:72rem; padding:1rem; font:16px/1.5 system-ui, sans-serif; color:var(--ink); background:var(--paper) }
        h1 { font-size:1.6rem; margin:.5rem 0 } h2 { font-size:1.2rem; margin:0 0 .3rem } h3 { font-size:1rem; margin:0 0 .3rem }
        h1, h2, p, li, summary, caption, code, em { overflow-wrap:anywhere } .bar, li, section, header { min-width:0 }
        code, pre, .structure td, .file { font-family:ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size:.87em }
        .badge { display:inline-block; margin-left:.6rem; padding:.05rem .55rem; border:1px solid currentColor; border-radius:1rem; font-size:.8rem; font-weight:600; white-space:nowrap; vertical-align:middle }
        .badge.passed { color:var(--good) } .badge.failed { color:var(--bad) } .badge.irreversible, .badge.not-deterministic, .badge.not-run { color:var(--warn) }
        dl { display:flex; flex-wrap:wrap; gap:.5rem 2rem; margin:.5rem 0 } dl div { min-width:0 } dt { color:var(--soft); font-size:.8rem } dd { margin:0; overflow-wrap:anywhere }
        section { border-top:1px solid var(--line); padding:1rem 0 }
        .migration.failed { border-left:4px solid var(--bad); padding-left:.9rem }
        .findings { background:var(--del); padding:.7rem 1rem; border-radius:.4rem; margin:.6rem 0 } .findings ul { margin:0; padding-left:1.2rem }
        .error { background:var(--del); padding:.7rem 1rem; border-radius:.4rem; margin:.6rem 0 } .error p { margin:.2rem 0; white-space:pre-wrap }
        .note { border-left:4px solid var(--warn); padding-left:.7rem; margin:.5rem 0 } .file, .when, .plain { color:var(--soft) } .file { margin:0 0 .5rem; overflow-wrap:anywhere } .when { margin-left:.6rem; font-size:.8rem }
        .timeline ol { list-style:none; margin:0; padding:0 } .timeline li { padding:.3rem 0 } .timeline a { color:inherit }
        .bars { display:grid; grid-template-columns:repeat(3, 1fr); gap:.5rem } .bar span { display:block; height:.5rem; border-radius:.25rem; min-width:3px } .bar em { font-style:normal; font-size:.8rem; color:var(--soft) }
        .up { background:var(--up) } .down { background:var(--down) }
        details { margin:.5rem 0 } summary { cursor:pointer; font-weight:600 }
        pre { background:var(--tint); padding:.8rem; border-radius:.4rem; white-space:pre-wrap; overflow-wrap:anywhere; margin:.4rem 0 }
        .scroll { overflow-x:auto } table { border-collapse:collapse; width:100%; margin:.5rem 0 } caption { text-align:left; font-weight:600; padding:.2rem 0 }
        th, td { text-align:left; vertical-align:top; padding:.3rem .6rem; border-bottom:1px solid var(--line); overflow-wrap:anywhere } thead th { color:var(--soft); font-size:.8rem; font-weight:600 } tbody th { font-weight:500 }
        .structure { table-layout:fixed } .structure th:first-child { width:26% } td ins { background:var(--ins); text-decoration:none } td del { background:var(--del); text-decoration:none } .bad td { background:var(--del) } .structure .same { color:var(--soft) }
        footer { border-top:1px solid var(--line); padding:1rem 0; color:var(--soft); font-size:.85rem }
        @media (max-width: 40rem) {
          body { padding:.7rem } table:not(.structure) thead { display:none } table:not(.structure) tr { display:block; border-bottom:1px solid var(--line); padding:.3rem 0 }
          table:not(.structure) td { display:block; border:0; padding:.05rem 0 } table:not(.structure) td::before { content:attr(data-label) ": "; color:var(--soft) } table:not(.structure) td:empty { display:none }
          .structure, .structure caption, .structure tbody, .structure tr, .structure th, .structure td { display:block; width:auto } .structure thead { display:none } .structure th:first-child { width:auto; border:0; padding-bottom:0 } .structure td:nth-child(2)::before { content:"before: "; color:var(--soft) } .structure td:nth-child(3)::before { content:"after: "; color:var(--soft) } .structure td { border:0; padding:.05rem .6rem }
        }
        @media print { body { max-width:none; font-size:11pt } section { break-inside:auto } tr, .findings, li { break-inside:avoid } a { text-decoration:none } details::details-content { content-visibility:visible } }
        """;
}
