// How the phone page looks and the little it does by script: a phone of 360 px, and beside a list on a wide screen. Used by page.ts.

export const style = `
:root{--bar:#0b6156;--mine:#d8f5c7;--wall:#ece5dc;--ink:#10201c;--soft:#5c6b66;--tap:#0a6b8a}
*{box-sizing:border-box}html,body{height:100%}
body{margin:0;font:16px/1.4 system-ui,"Noto Sans","DejaVu Sans",sans-serif;color:var(--ink);background:#d9dedb}
.desk{height:100dvh;display:grid;grid-template:1fr/1fr}
.list{background:#fff;overflow-y:auto;display:flex;flex-direction:column}
.bar{background:var(--bar);color:#fff;min-height:60px;padding:8px 12px;display:flex;gap:10px;align-items:center;position:sticky;top:0;z-index:1}
.bar h1,.bar h2{font-size:1.1rem;margin:0;font-weight:600}.bar p{margin:0;font-size:.8rem;opacity:.85}.bar a{color:#fff}
.back{min-width:44px;min-height:44px;margin-inline-start:-8px;display:grid;place-items:center;text-decoration:none;font-size:1.6rem}
[dir=rtl] .back span{transform:scaleX(-1)}
.face{flex:none;width:42px;height:42px;border-radius:50%;display:grid;place-items:center;background:#cfe6df;color:#0b5247;font-weight:700}
.face.t{background:#cfe3f5;color:#12507f}
.rows{list-style:none;margin:0;padding:0;flex:1}
.row{display:grid;grid-template-columns:auto 1fr auto;gap:2px 12px;padding:10px 14px;min-height:64px;align-items:center;color:inherit;text-decoration:none;border-bottom:1px solid #eef1f0}
.row .face{grid-row:span 2}.row b{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.row[aria-current]{background:#eaf5f1}
.row .said{grid-column:2/4;color:var(--soft);font-size:.875rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
time{color:var(--soft);font-size:.72rem}
.new{border-top:1px solid #e3e8e6;padding:14px;display:grid;gap:10px;background:#f6f9f8}
.new label{display:grid;gap:4px;font-size:.85rem;color:var(--soft)}
.new input,.new select{min-height:44px;border:1px solid #b9c6c1;border-radius:10px;padding:0 12px;font:inherit;background:#fff;color:var(--ink)}
.primary{min-height:44px;border:0;border-radius:22px;background:var(--bar);color:#fff;font:inherit;font-weight:600;cursor:pointer}
.none{padding:20px;color:var(--soft);text-align:center}.wrong{margin:0;color:#a3210f;font-size:.9rem}
.phone{display:flex;flex-direction:column;min-height:0;background:var(--wall)}
.chat{flex:1;overflow-y:auto;padding:12px 10px;display:flex;flex-direction:column;gap:6px;list-style:none;margin:0}
.chat .none{align-self:center;background:#fff6d8;border-radius:10px;padding:8px 12px;font-size:.85rem;max-width:90%}
.b{max-width:84%;align-self:flex-start;display:grid;gap:3px}.b.me{align-self:flex-end}
.bubble{background:#fff;border-radius:4px 12px 12px 12px;padding:6px 9px;box-shadow:0 1px 1px #0002;overflow-wrap:anywhere;cursor:pointer}
.me .bubble{background:var(--mine);border-radius:12px 4px 12px 12px}[dir=rtl] .bubble{border-radius:12px 4px 12px 12px}[dir=rtl] .me .bubble{border-radius:4px 12px 12px 12px}
.bubble.picked{outline:2px solid var(--bar)}
.bubble p{margin:0;white-space:pre-wrap}.bubble img{display:block;width:100%;max-height:320px;object-fit:cover;border-radius:8px;margin-bottom:5px;background:#e8e8e8}
.bubble audio{width:230px;max-width:100%;height:44px;display:block}
.foot{color:var(--soft);font-size:.8rem;margin-top:3px}
.meta{display:flex;justify-content:flex-end;gap:6px;align-items:center;color:var(--soft);font-size:.72rem;margin-top:2px}
.mark{font-size:.75rem;color:var(--soft);font-style:italic}.tick{letter-spacing:-4px;padding-inline-end:4px;color:#2f7fa8}.bad{color:#a3210f}
.cite{border-inline-start:4px solid var(--bar);background:#0000000d;border-radius:6px;padding:4px 8px;margin-bottom:4px;font-size:.82rem;color:var(--soft);overflow:hidden;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical}
.taps{display:grid;gap:3px}.taps button,.taps a{min-height:44px;width:100%;border:0;border-radius:10px;background:#fff;color:var(--tap);font:inherit;font-weight:600;cursor:pointer;box-shadow:0 1px 1px #0002;display:grid;place-items:center;text-decoration:none}
.write{background:#f3f1ee;padding:6px 8px;display:grid;gap:6px}
.write .line{display:flex;gap:6px;align-items:flex-end}
.write textarea{flex:1;min-width:0;min-height:44px;max-height:132px;border:0;border-radius:22px;padding:11px 14px;font:inherit;resize:none;field-sizing:content;background:#fff}
.round{flex:none;width:44px;height:44px;border-radius:50%;border:0;display:grid;place-items:center;cursor:pointer;background:none;color:var(--soft);position:relative}
.round.go{background:var(--bar);color:#fff}[dir=rtl] .round.go svg{transform:scaleX(-1)}.round input{position:absolute;inset:0;opacity:0;cursor:pointer}
.round:focus-within,a:focus-visible,button:focus-visible,textarea:focus-visible{outline:2px solid var(--tap);outline-offset:1px}
.round:has(input:checked),.round.full{background:#d6ebe4;color:var(--bar)}
.quoting{display:flex;gap:8px;align-items:center}.quoting[hidden]{display:none}.quoting .cite{flex:1;margin:0}
@media(min-width:900px){.desk{grid-template-columns:360px 1fr}.phone{width:min(410px,100%);height:min(820px,calc(100dvh - 40px));place-self:center;border-radius:38px;border:11px solid #1c2422;overflow:hidden;box-shadow:0 16px 50px #0004}
.phone .back{display:none}.phone.blank{place-content:center}}
@media(max-width:899px){.desk[data-open] .list{display:none}.phone.blank{display:none}}
`;

/** Taps a bubble to answer it, sends with Enter, and asks every second and a half whether something new has come. */
export const script = `
const chat=document.querySelector('.chat'),form=document.querySelector('.write');
const down=()=>{if(chat)chat.scrollTop=chat.scrollHeight};down();addEventListener('load',down);
// who reads the end stays there, also when a picture comes after its message
let low=true;chat?.addEventListener('scroll',()=>{low=chat.scrollHeight-chat.scrollTop-chat.clientHeight<160});chat?.addEventListener('load',()=>{if(low)down()},true);
function pick(bubble){const id=bubble?.closest('li').dataset.id??'',had=form.quote.value===id;
document.querySelectorAll('.picked').forEach(b=>b.classList.remove('picked'));form.quote.value=had?'':id;
const strip=form.querySelector('.quoting');strip.hidden=!form.quote.value;if(!form.quote.value)return;
bubble.classList.add('picked');strip.querySelector('.cite').textContent=(bubble.querySelector('p')?.innerText||bubble.innerText).slice(0,140);form.text.focus()}
if(form){chat.addEventListener('click',e=>{const b=e.target.closest('.bubble');if(b&&!e.target.closest('a,audio'))pick(b)});
chat.addEventListener('keydown',e=>{if(e.key==='Enter'&&e.target.matches('.bubble'))pick(e.target)});
form.querySelector('.quoting button').addEventListener('click',()=>pick(null));
form.text.addEventListener('keydown',e=>{if(e.key==='Enter'&&!e.shiftKey&&!e.isComposing){e.preventDefault();form.requestSubmit()}});
form.querySelectorAll('input[type=file]').forEach(f=>f.addEventListener('change',()=>{if(f.files.length)form.requestSubmit()}));
addEventListener('submit',e=>{if(e.target.matches('[data-live]')){e.preventDefault();send(e.target,e.submitter)}})}
async function send(f,by){const data=new FormData(f,by);if(f===form){if(!form.text.value.trim()&&![...form.querySelectorAll('input[type=file]')].some(i=>i.files.length))return;form.reset();form.quote.value='';form.querySelector('.quoting').hidden=true}
void fetch(f.action,{method:'POST',body:data,redirect:'manual'}).then(look);setTimeout(look,120)}
let busy=false;async function look(){if(busy||document.hidden)return;busy=true;try{const page=new DOMParser().parseFromString(await(await fetch(location.href)).text(),'text/html');
for(const part of ['.rows','.chat']){const old=document.querySelector(part),fresh=page.querySelector(part);if(!old||!fresh||old.innerHTML===fresh.innerHTML)continue;
const have=new Map([...old.children].map(c=>[c.dataset.id,c.outerHTML]));
if(part==='.chat'&&[...old.children].every((c,i)=>fresh.children[i]?.dataset.id===c.dataset.id)){[...fresh.children].forEach((c,i)=>{const was=old.children[i];if(!was)old.append(c);else if(have.get(c.dataset.id)!==c.outerHTML&&!was.querySelector('.picked'))was.replaceWith(c)})}else old.innerHTML=fresh.innerHTML;
if(low&&part==='.chat')down()}}catch{}finally{busy=false}}
setInterval(look,1500);
`;
